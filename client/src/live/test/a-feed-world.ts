import type { SessionView } from '@stip/api'
import { vi } from 'vitest'
import type { Answer } from '../ask.ts'
import { type FeedHandlers, type FeedSocket, SessionFeed } from '../feed.ts'
import type { KeptView, ViewCopy } from '../view-copy.ts'

/** Why there is no answer. */
export const problem = { code: 'X', message: 'Weg.' }
/** The server is not reached. */
export const gone: Answer<SessionView> = { ok: false, status: 0, problem }

/** A view as the server sends it, as far as a feed looks. */
export function aView(revision: number, now = 1000): SessionView {
  return { id: 'avond', revision, now } as SessionView
}

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
  const look = vi.fn<() => Promise<Answer<SessionView>>>(
    () => held ?? Promise.resolve(world.answer),
  )
  const close = vi.fn<() => void>()
  const open = vi.fn<(given: FeedHandlers) => FeedSocket>((given) => {
    handlers = given
    return { close }
  })
  const feed = new SessionFeed({
    ...(copy && { copy }),
    look,
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
    looks: () => look.mock.calls.length,
    opens: () => open.mock.calls.length,
    closes: () => close.mock.calls.length,
    say: (view: SessionView) => handlers?.onMessage(JSON.stringify({ type: 'session', view })),
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
