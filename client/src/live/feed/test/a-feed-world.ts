import type { AgendaTexts, PartsMessage, SessionView } from '@stip/api'
import { vi } from 'vitest'
import type { Answer } from '../../requests/ask.ts'
import { type FeedHandlers, type FeedSocket, SessionFeed } from '../feed.ts'
import type { KeptView, ViewCopy } from '../view-copy.ts'

/** Why there is no answer. */
export const problem = { code: 'X', message: 'Weg.' }
/** The server is not reached. */
export const gone: Answer<never> = { ok: false, status: 0, problem }

/** A view as the server sends it, as far as a feed looks. */
export function aView(revision: number, now = 1000): SessionView {
  return { id: 'avond', revision, now } as SessionView
}

/** A view as it is told to who has nothing. */
export function told({ id, revision, now }: SessionView): PartsMessage {
  const numbers = { revision, now, sessionRevision: revision }
  return { type: 'parts', key: 'k', ...numbers, set: { id, agenda: 'texts', zones: [] } }
}

/** Texts of an agenda without steps. */
const texts = { agendaTitle: 'Avond', agendaMinutes: 1, backgrounds: [], steps: [] }

/** What a device keeps. */
export function aCopy(): ViewCopy {
  let kept: KeptView | undefined
  return {
    keep: (view, offsetMs) => {
      kept = { view, offsetMs }
    },
    recall: () => kept,
    forget: () => {
      kept = undefined
    },
  }
}

interface Timer {
  readonly at: number
  readonly run: () => void
}

/** A world in the hands of the test: its device clock starts at 100. */
export function aWorld(
  first: Answer<SessionView> = { ok: true, value: aView(1) },
  copy?: ViewCopy,
) {
  let handlers: FeedHandlers | undefined
  let now = 100
  const timers = new Set<Timer>()
  let held: Promise<Answer<SessionView>> | undefined
  const look = vi.fn<(has?: string) => Promise<Answer<readonly PartsMessage[]>>>(async () => {
    const answer = await (held ?? world.answer)
    return answer.ok ? { ok: true, value: world.messages ?? [told(answer.value)] } : answer
  })
  const askTexts = vi.fn<(hash: string) => Promise<Answer<AgendaTexts>>>(async () => world.texts)
  const close = vi.fn<() => void>()
  const open = vi.fn<(given: FeedHandlers, has?: string) => FeedSocket>((given) => {
    handlers = given
    return { close }
  })
  const feed = new SessionFeed({
    ...(copy && { copy }),
    look,
    texts: askTexts,
    open,
    wait: (ms, run) => {
      const timer = { at: now + ms, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    now: () => now,
    random: () => 1,
  })
  const world = {
    feed,
    answer: first,
    /** What is answered instead of a whole view. */
    messages: undefined as readonly PartsMessage[] | undefined,
    texts: { ok: true, value: texts } as Answer<AgendaTexts>,
    textsAsked: () => askTexts.mock.calls.length,
    /** What the screen said that it has, when it asked last and when it opened a socket last. */
    has: () => ({ asking: look.mock.lastCall?.[0], opening: open.mock.lastCall?.[1] }),
    looks: () => look.mock.calls.length,
    opens: () => open.mock.calls.length,
    closes: () => close.mock.calls.length,
    say: (view: SessionView) => handlers?.onMessage(JSON.stringify(told(view))),
    tell: (message: PartsMessage) => handlers?.onMessage(JSON.stringify(message)),
    /** The next question is not answered until the returned function is called. */
    hold: () => {
      const answering = Promise.withResolvers<Answer<SessionView>>()
      held = answering.promise
      return (value: SessionView) => {
        held = undefined
        answering.resolve({ ok: true, value })
      }
    },
    start: async () => {
      feed.start()
      await settled()
    },
    pass: async (ms: number) => {
      const end = now + ms
      for (let next = due(end); next !== undefined; next = due(end)) {
        now = next.at
        timers.delete(next)
        next.run()
        // oxlint-disable-next-line no-await-in-loop
        await settled()
      }
      now = end
    },
    drop: async (code: number) => {
      handlers?.onClose(code)
      await settled()
    },
  }
  const due = (until: number): Timer | undefined =>
    [...timers].filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)[0]
  return world
}

/** Lets every promise that is ready run. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}
