// @vitest-environment jsdom
import type { AgendaTexts, PartsMessage, PersonView, SessionParts } from '@stip/api'
import { act, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { aView, aWorld, told } from '../../live/feed/test/a-feed-world.ts'
import { ConsoleScreen } from './console-screen.tsx'

const { drawn, counted, world } = vi.hoisted(() => ({
  drawn: new Map<string, number>(),
  world: { now: undefined as ReturnType<typeof aWorld> | undefined },
  /** Counts how often a component is drawn; it is kept from that by what keeps it in the product. */
  counted: async (load: () => Promise<unknown>, name: string, isEmpty = false) => {
    const { createElement, memo } = await import('react')
    const module = (await load()) as Record<string, unknown>
    const panel = module[name] as { type?: unknown; compare?: null | (() => boolean) }
    const inner = (panel.type ?? panel) as Parameters<typeof createElement>[0]
    const again = (props: object) => {
      drawn.set(name, (drawn.get(name) ?? 0) + 1)
      return isEmpty ? null : createElement(inner, props)
    }
    const isKept = panel.type !== undefined
    return { ...module, [name]: isKept ? memo(again, panel.compare ?? undefined) : again }
  },
}))

vi.mock('../../features/agenda/agenda-panel.tsx', (load) => counted(load, 'AgendaPanel'))
vi.mock('../../features/agenda/time-controls.tsx', (load) => counted(load, 'TimeControls'))
vi.mock('../../features/agenda/say-card.tsx', (load) => counted(load, 'SayCard'))
vi.mock('../../features/boards/board-card.tsx', (load) => counted(load, 'BoardCard'))
vi.mock('../../features/boards/miniature.tsx', (load) => counted(load, 'Miniature'))
vi.mock('../../features/lead/console-header.tsx', (load) => counted(load, 'ConsoleHeader'))
vi.mock('../../features/merge/merge-panel.tsx', (load) => counted(load, 'MergePanel'))
vi.mock('../../features/people/people-panel.tsx', (load) => counted(load, 'PeoplePanel'))
vi.mock('../../features/hands/hands-bar-later.tsx', (load) => counted(load, 'HandsBarLater'))
vi.mock('../board/board-place.tsx', (load) => counted(load, 'BoardPlace', true))
vi.mock('../../features/boards/use-miniature.ts', () => {
  const miniature = { shapes: [], zones: [], isLoaded: true, keyCards: 0 }
  return { useMiniature: () => miniature }
})
vi.mock('../../live/use-grant.ts', () => ({ useGrant: () => ({ kind: 'ready' }) }))
vi.mock('../../live/feed/use-session-feed.ts', () => ({
  useSessionFeed: () => {
    const feed = world.now?.feed
    if (feed === undefined) throw new Error('There is no feed.')
    const subscribe = (listener: () => void) => feed.subscribe(listener)
    return { state: useSyncExternalStore(subscribe, () => feed.state), refresh: () => undefined }
  },
}))

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  Object.assign(Element.prototype, { scrollIntoView: () => undefined })
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

describe('[F11] among 990 people the console draws anew', () => {
  it('nothing but the hands, when a hand goes up', async () => {
    const { change } = await aConsole()
    const hand = { id: '1', number: 1, since: 5 } as NonNullable<SessionParts['hands']>[number]
    expect(change({ set: { hands: [hand] } })).toEqual(['HandsBarLater'])
  })

  it('nothing but the clock, when only the clock changes', async () => {
    const { change } = await aConsole()
    const clock = { kind: 'running', endsAt: 9e5 } as const
    expect(change({ set: { clock } })).toEqual(['HandsBarLater', 'TimeControls'])
  })

  it('nothing but the people, when somebody comes in', async () => {
    const { change } = await aConsole()
    const news = { items: { people: [aPerson(990)] }, set: { peopleCount: 991 } }
    expect(change(news)).toEqual(['HandsBarLater', 'PeoplePanel'])
  })

  it('nothing but the steps and what they are about, when all goes to the next step', async () => {
    const { change } = await aConsole()
    const after = change({ set: { position: 1 } })
    expect(after).toEqual(['AgendaPanel', 'HandsBarLater', 'SayCard', 'TimeControls'])
  })

  it('nothing at all, when it is told again what it knows', async () => {
    const { change } = await aConsole()
    expect(change({ key: 'another', set: everything() })).toEqual(['HandsBarLater'])
  })

  it('no board that is open, whatever happens beside it', async () => {
    const { change, place } = await aConsole()
    const card = place.querySelector<HTMLElement>('.stip-board-card__open')
    act(() => card?.click())
    drawn.clear()
    const people = { items: { people: [aPerson(991)] }, set: { peopleCount: 992 } }
    expect(change(people)).not.toContain('BoardPlace')
    expect(change({ set: { clock: { kind: 'paused', remainingMs: 5 } } })).not.toContain(
      'BoardPlace',
    )
    const hand = { id: '2', number: 2, since: 6 } as NonNullable<SessionParts['hands']>[number]
    expect(change({ set: { hands: [hand] } })).not.toContain('BoardPlace')
    expect(change({ set: { imagesAllowed: true } })).toContain('BoardPlace')
  })
})

/** The console with a feed in the hands of the test. */
async function aConsole() {
  const feed = aWorld()
  world.now = feed
  feed.texts = { ok: true, value: texts() }
  feed.messages = [{ ...told(aView(1)), set: everything() }]
  await feed.start()
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  onTestFinished(async () => act(async () => root.unmount()))
  await act(async () => root.render(<ConsoleScreen sessionId="avond" />))
  let revision = 1
  return {
    place,
    /** Which components are drawn anew when this is told. */
    change: (message: Partial<PartsMessage>): readonly string[] => {
      drawn.clear()
      revision += 1
      const numbers = { revision, sessionRevision: revision, now: 1000 + revision }
      act(() => feed.tell({ type: 'parts', ...numbers, ...message }))
      return [...drawn.keys()].toSorted()
    },
  }
}

function everything(): Partial<SessionParts> {
  return {
    ...told(aView(1)).set,
    title: 'Avond',
    position: 0,
    groupsMade: false,
    peopleCount: 990,
    people: Array.from({ length: 990 }, (_, place) => aPerson(place)),
    groups: [{ id: 'a', letter: 'A', name: 'Groep A', boardId: 'bord-a', size: 0 }],
    boards: [
      { id: 'bord-a', kind: 'group', groupId: 'a', access: 'write' },
      { id: 'visie', kind: 'vision', access: 'write' },
    ],
    clock: { kind: 'running', endsAt: 5e5 },
    merge: { count: 0, canUndo: false },
    wall: { kind: 'code' },
    current: {},
    me: { role: 'facilitator' },
    namesChosen: false,
    imagesAllowed: false,
    notesOnly: false,
    hands: [],
  } as unknown as Partial<SessionParts>
}

function aPerson(place: number): PersonView {
  return {
    id: `person-${place}`,
    number: place + 1,
    name: '',
    background: 'resident',
    hasLeft: false,
    hasPhone: true,
    isConnected: true,
  }
}

function texts(): AgendaTexts {
  const step = { kind: 'brainstorm', setting: 'plenary', minutes: 5, hasBoard: true, notYet: [] }
  const steps = ['een', 'twee', 'drie'].map((id) => ({ ...step, id, title: id }))
  const backgrounds = [{ id: 'resident', name: 'Bewoner' }]
  return { agendaTitle: 'Avond', agendaMinutes: 15, backgrounds, steps } as unknown as AgendaTexts
}
