import { expect, it } from 'vitest'
import { aSession } from '../test/a-session.ts'
import { recordMerge, recordUndoneMerge } from './merges.ts'
import type { Session } from '../session/session.ts'

it('[S16] brings everybody to the vision after a merge, the wall too', () => {
  const session = aSession({ wall: { kind: 'board', boardId: 'board-A' }, spotlight: 'board-A' })
  expect(recordMerge(session, { now: 5 })).toMatchObject({
    merge: { count: 1, lastAt: 5, canUndo: true },
    spotlight: 'vision',
    wall: { kind: 'auto' },
    revision: 1,
  })
})

it('[S16] shows all boards beside each other while no step has worked on the vision', () => {
  const [first] = aSession().boards
  const boards = [...aSession().boards, { ...first, id: 'all', kind: 'side-by-side' } as const]
  const session = aSession({ boards: boards as Session['boards'] })
  const merged = recordMerge(session, { now: 5 })
  expect(merged.spotlight).toBe('all')
  const undone = recordUndoneMerge(merged, { lastAt: undefined, canUndo: false })
  expect(undone.spotlight).toBeUndefined()
})

it('[S16] keeps nobody at the vision once no merge stands', () => {
  const twice = recordMerge(recordMerge(aSession(), { now: 5 }), { now: 6 })
  const once = recordUndoneMerge(twice, { lastAt: 5, canUndo: true })
  expect(once).toMatchObject({ merge: { count: 1, lastAt: 5 }, spotlight: 'vision', revision: 3 })
  const none = recordUndoneMerge(once, { lastAt: undefined, canUndo: false })
  expect(none.merge).toEqual({ count: 0, lastAt: undefined, canUndo: false })
  expect(none.spotlight).toBeUndefined()
})

it('[S16] leaves a spotlight on another board alone', () => {
  const merged = { ...recordMerge(aSession(), { now: 5 }), spotlight: 'board-B' }
  expect(recordUndoneMerge(merged, { lastAt: undefined, canUndo: false }).spotlight).toBe('board-B')
})
