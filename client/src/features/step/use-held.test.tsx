// @vitest-environment jsdom
import type { SessionView } from '@stip/api'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { participantPlace } from '@stip/workshop'
import { letGo, useHeld } from './use-held.ts'
import type { Held } from './use-held.ts'

const group = { spotlight: undefined, position: 0 }
const shown = { spotlight: 'bord-b', position: 0 }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
})
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('[B203] a screen while somebody types', () => {
  it('goes along at once when their hands are still', () => {
    const screen = aScreen()
    screen.hears(shown)
    expect(screen.held).toMatchObject({ place: { board: { id: 'bord-b' } }, waits: undefined })
  })

  it('stays, says what everybody is shown, and goes there when they are done', () => {
    const screen = aScreen()
    const field = screen.type('Half een w')
    screen.hears(shown)
    expect(screen.held).toMatchObject({
      view: { spotlight: undefined },
      place: { board: { id: 'bord-a' } },
      waits: 'shown',
    })
    field.blur()
    screen.passes(500)
    expect(screen.held).toMatchObject({ place: { board: { id: 'bord-b' } }, waits: undefined })
  })

  it('goes along when what was typed is sent and nothing follows', () => {
    const screen = aScreen()
    const field = screen.type('Klaar')
    screen.hears(shown)
    field.value = ''
    screen.passes(1000)
    expect(screen.held?.waits).toBe('shown')
    screen.passes(3000)
    expect(screen.held?.waits).toBeUndefined()
  })

  it('goes along when they ask to', () => {
    const screen = aScreen()
    screen.type('Half')
    screen.hears(shown)
    letGo()
    screen.passes(500)
    expect(screen.held?.place).toMatchObject({ board: { id: 'bord-b' } })
  })

  it('waits with a step as well, and for a hand that draws', () => {
    const screen = aScreen()
    window.dispatchEvent(new Event('pointerdown'))
    screen.hears({ ...group, position: 1 })
    expect(screen.held).toMatchObject({ view: { position: 0 }, waits: 'next' })
    window.dispatchEvent(new Event('pointerup'))
    screen.passes(500)
    expect(screen.held).toMatchObject({ view: { position: 1 }, waits: undefined })
  })

  it('always has the clock of now, and what may be written', () => {
    const screen = aScreen()
    screen.type('Half')
    screen.hears({ ...shown, clock: { isPaused: true } })
    expect(screen.held?.view).toMatchObject({ clock: { isPaused: true } })
  })

  it('does not stay where nothing can be written any more', () => {
    const screen = aScreen()
    screen.type('Half')
    screen.hears({ ...group, endedAt: 5 })
    expect(screen.held?.waits).toBeUndefined()
  })

  it('does not keep anybody from a board of their own choice', () => {
    const screen = aScreen()
    screen.type('Half')
    screen.chooses('samen')
    expect(screen.held?.place).toMatchObject({ board: { id: 'samen' } })
  })

  it('has the question of now over the one field of a phone, which keeps its words', () => {
    const screen = aScreen()
    screen.type('Half', 'stip-write__field')
    screen.hears({ ...group, position: 1 })
    expect(screen.held).toMatchObject({ view: { position: 1 }, waits: undefined })
    screen.hears({ ...shown, position: 1 })
    expect(screen.held).toMatchObject({
      view: { position: 1, spotlight: undefined },
      waits: 'shown',
    })
  })

  it('keeps that field when the next step has none', () => {
    const screen = aScreen()
    screen.type('Half', 'stip-write__field')
    screen.hears({ ...group, position: 2 })
    expect(screen.held).toMatchObject({ view: { position: 0 }, waits: 'next' })
  })
})

/** The screen of somebody of group A, in the first of two steps with notes; the third has none. */
function aScreen() {
  const root = createRoot(document.createElement('div'))
  let [now, own]: [SessionView, string | undefined] = [aView(group), undefined]
  const screen = {
    held: undefined as Held | undefined,
    hears(view: object): void {
      now = aView(view)
      show()
    },
    chooses(boardId: string): void {
      own = boardId
      show()
    },
    passes: (ms: number): void => act(() => void vi.advanceTimersByTime(ms)),
    type(words: string, className = ''): HTMLTextAreaElement {
      const field = document.createElement('textarea')
      field.className = className
      document.body.append(field)
      field.focus()
      field.value = words
      field.dispatchEvent(new Event('input', { bubbles: true }))
      return field
    },
  }
  function Screen({ view }: { readonly view: SessionView }): null {
    const moment = `${view.position}/${view.spotlight ?? ''}/`
    const board = own === undefined ? undefined : { boardId: own, moment }
    const place = participantPlace(view, { seenGroup: 'groep-a', board })
    if (place.kind !== 'board' && place.kind !== 'calm' && place.kind !== 'ended') {
      throw new Error('This person is nowhere yet.')
    }
    screen.held = useHeld(view, place)
    return null
  }
  const show = (): void => act(() => root.render(<Screen view={now} />))
  show()
  return screen
}

function aView(differences: object): SessionView {
  const zones = [{ id: 'vak', kind: 'notes' }]
  const { spotlight } = differences as Partial<SessionView>
  return {
    steps: [
      { hasBoard: true, zones },
      { hasBoard: true, zones },
      { hasBoard: false, zones: [] },
    ],
    groups: [{ id: 'groep-a', letter: 'A', name: 'De Beuk', boardId: 'bord-a', size: 4 }],
    groupsMade: true,
    boards: [
      { id: 'bord-a', kind: 'group', groupId: 'groep-a', access: 'write', isInUse: true },
      { id: 'bord-b', kind: 'group', groupId: 'groep-b', access: 'read', isInUse: true },
      { id: 'samen', kind: 'plenary', access: 'read' },
    ],
    current: { boardId: spotlight ?? 'bord-a' },
    me: { role: 'participant', person: { groupId: 'groep-a' } },
    ...differences,
  } as unknown as SessionView
}
