import type { SessionView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { readsFirst } from './reads-first.ts'

type Board = SessionView['boards'][number]

describe('[V10] a board is read first', () => {
  it('[V10] when everybody is taken along to it, the own board too', () => {
    const view = aView({ spotlight: 'bord-a' })
    expect(readsFirst(view, aBoard({ access: 'write' }))).toBe(true)
    expect(readsFirst(view, aBoard({ id: 'bord-b' }))).toBe(false)
  })

  it('[V10] while groups show each other what they made, but for who writes there', () => {
    expect(readsFirst(aView({ position: 1 }), aBoard())).toBe(true)
    expect(readsFirst(aView({ position: 1 }), aBoard({ access: 'write' }))).toBe(false)
    expect(readsFirst(aView(), aBoard())).toBe(false)
  })

  it('[V10] [A35] but not the own board, also while the boards of groups are frozen', () => {
    const groups = [{ id: 'a', boardId: 'bord-a' }] as SessionView['groups']
    const me = { role: 'participant', person: { groupId: 'a' } } as SessionView['me']
    const view = aView({ position: 1, groupsFrozen: true, groupsMade: true, groups, me })
    expect(readsFirst(view, aBoard())).toBe(false)
    expect(readsFirst(view, aBoard({ id: 'bord-b' }))).toBe(true)
  })

  it('[V10] after the end, when it is that of a group or the vision', () => {
    const view = aView({ endedAt: 9 })
    expect(readsFirst(view, aBoard())).toBe(true)
    expect(readsFirst(view, aBoard({ kind: 'vision' }))).toBe(true)
    expect(readsFirst(view, aBoard({ kind: 'plenary' }))).toBe(false)
    expect(readsFirst(view, aBoard({ kind: 'side-by-side' }))).toBe(false)
  })
})

function aBoard(differences: Partial<Board> = {}): Board {
  return { id: 'bord-a', kind: 'group', access: 'read', ...differences }
}

/** A step in groups, and one in which they show each other what they made. */
function aView(differences: Partial<SessionView> = {}): SessionView {
  const steps = [{ kind: 'draw' }, { kind: 'share' }]
  const me = { role: 'participant' }
  return { position: 0, steps, groups: [], me, ...differences } as unknown as SessionView
}
