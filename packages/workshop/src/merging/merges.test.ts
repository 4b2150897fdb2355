import { expect, it } from 'vitest'
import type { SessionBoard } from '../boards/state.ts'
import type { Command } from '../session/abilities.ts'
import { aSession, after, differing } from '../test/a-session.ts'

const merge = (at: number): Command => ({ type: 'note-merge', at })
const undoMerge: Command = { type: 'note-undone-merge', lastAt: undefined, canUndo: false }

it('[S16] brings everybody to the vision after a merge, the wall too', () => {
  const session = aSession({ wall: { kind: 'board', boardId: 'board-A' }, spotlight: 'board-A' })
  expect(after(session, merge(5))).toMatchObject({
    merging: { count: 1, lastAt: 5, canUndo: true },
    attention: { spotlight: 'vision', wall: { kind: 'auto' } },
    revision: 1,
  })
})

it('[S16] leads nobody anywhere when it is asked not to', () => {
  const session = aSession({ wall: { kind: 'board', boardId: 'board-A' }, spotlight: 'board-A' })
  const merged = after(session, { type: 'note-merge', at: 5, isQuiet: true })
  expect(merged.merging).toEqual({ count: 1, lastAt: 5, canUndo: true })
  expect(merged.attention).toBe(session.attention)
})

it('[S16] shows all boards beside each other while no step has worked on the vision', () => {
  const beside: SessionBoard = { id: 'all', kind: 'side-by-side', groupId: undefined }
  const merged = after(aSession({ boards: [...aSession().boards, beside] }), merge(5))
  expect(merged.attention.spotlight).toBe('all')
  expect(after(merged, undoMerge).attention.spotlight).toBeUndefined()
})

it('[S16] keeps nobody at the vision once no merge stands', () => {
  const twice = after(aSession(), merge(5), merge(6))
  const once = after(twice, { type: 'note-undone-merge', lastAt: 5, canUndo: true })
  expect(once).toMatchObject({
    merging: { count: 1, lastAt: 5 },
    attention: { spotlight: 'vision' },
    revision: 3,
  })
  const none = after(once, undoMerge)
  expect(none.merging).toEqual({ count: 0, lastAt: undefined, canUndo: false })
  expect(none.attention.spotlight).toBeUndefined()
})

it('[S16] leaves a spotlight on another board alone', () => {
  const merged = differing(after(aSession(), merge(5)), { spotlight: 'board-B' })
  expect(after(merged, undoMerge).attention.spotlight).toBe('board-B')
})
