import type { PlayNews, PlayOrder } from './child-messages.ts'
import { Device } from './player/device.ts'
import { Rehearsal } from './player/play.ts'
import { Rest } from './player/rest.ts'

// The process in which a server plays the evening into one of its sessions: over HTTP and sync, as
// people would, and never in the thread of the pens. It ends when the server does, or says so.

/** Every connection of every person listens for the end of the process. */
process.setMaxListeners(0)

const stop = new AbortController()
for (const end of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
  process.once(end, () => stop.abort(new Error('stopped')))
}
process.once('message', (order: PlayOrder) => void play(order))

async function play({ url, sessionId, cookie }: PlayOrder): Promise<void> {
  const rest = new Rest(stop.signal)
  const facilitator = new Device({ url, origin: url, rest }, cookie)
  let rehearsal: Rehearsal | undefined
  try {
    rehearsal = await Rehearsal.begin({
      facilitator,
      sessionId,
      onProgress: (progress) => say({ kind: 'progress', progress }),
    })
    await rehearsal.playAll()
    say({ kind: 'done' })
  } catch (error) {
    if (!stop.signal.aborted) say({ kind: 'failed', reason: String(error) })
  } finally {
    rehearsal?.end()
    if (process.connected) process.disconnect()
  }
}

function say(news: PlayNews): void {
  if (process.connected) process.send?.(news)
}
