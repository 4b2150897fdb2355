// @vitest-environment jsdom
import type { SessionView } from '@stip/api'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { ParticipantBoard } from './participant-board.tsx'

const { drawn, draw } = vi.hoisted(() => {
  const counts = { boards: 0 }
  const count = (): null => {
    counts.boards += 1
    return null
  }
  return { drawn: counts, draw: count }
})

vi.mock('../board/board-place.tsx', async (load) => {
  const { memo } = await import('react')
  const module: Record<string, unknown> = await load()
  // It is kept from being drawn anew by what keeps it from that in the product.
  const { compare } = module['BoardPlace'] as { compare?: null }
  return { ...module, BoardPlace: compare === null ? memo(draw) : draw }
})

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  Object.assign(Element.prototype, { scrollIntoView: () => undefined })
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  }))
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

it('[F11] the board of a participant is not drawn anew for what happens beside it', async () => {
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  onTestFinished(async () => act(async () => root.unmount()))
  const board = {
    id: 'bord-a',
    kind: 'group',
    groupId: 'a',
    access: 'write',
  } as unknown as SessionView['boards'][number]
  let view = aView(board)
  const place = { kind: 'board', board, isChosen: false } as const
  const show = async (differences: Partial<SessionView>, offsetMs = 0): Promise<number> => {
    drawn.boards = 0
    view = { ...view, revision: view.revision + 1, ...differences }
    await act(async () =>
      root.render(
        <ParticipantBoard
          view={view}
          offsetMs={offsetMs}
          place={place}
          goTo={goTo}
          goBack={goTo}
        />,
      ),
    )
    return drawn.boards
  }
  expect(await show({})).toBeGreaterThan(0)
  expect(await show({ peopleCount: 991 })).toBe(0)
  expect(await show({ clock: { kind: 'paused', remainingMs: 5 } })).toBe(0)
  expect(await show({ ownHand: true })).toBe(0)
  expect(await show({}, 500)).toBe(0)
  expect(await show({ imagesAllowed: true })).toBe(1)
})

function goTo(): void {}

function aView(board: SessionView['boards'][number]): SessionView {
  const step = { kind: 'brainstorm', setting: 'group', minutes: 5, hasBoard: true }
  return {
    id: 'avond',
    title: 'Avond',
    revision: 1,
    sessionRevision: 1,
    position: 0,
    steps: [{ ...step, id: 'een', title: 'Eén', instruction: [], zones: [], notYet: [] }],
    boards: [board],
    groups: [{ id: 'a', letter: 'A', name: 'Groep A', boardId: 'bord-a', size: 4 }],
    groupsMade: true,
    peopleCount: 990,
    current: { boardId: 'bord-a' },
    me: { role: 'participant', person: { groupId: 'a' } },
    clock: { kind: 'running', endsAt: 5e5 },
    merge: { count: 0, canUndo: false },
    imagesAllowed: false,
    notesOnly: false,
  } as unknown as SessionView
}
