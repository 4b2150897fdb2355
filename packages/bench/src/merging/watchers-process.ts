import { WebSocket } from 'ws'
import type { Entrance } from '../job.ts'
import type { Seen, WatchersQuestion } from './watchers.ts'

// The screens of a room that look at the vision, in a process of their own: they note when the last
// change of it came, and how many bytes changes were. What they see is drawn by nobody.

const SYNC = 0
/** "What do I miss?", of somebody who has nothing: only who asked is told what changes. */
const question = Uint8Array.of(SYNC, 0, 1, 0)

interface Screen {
  readonly socket: WebSocket
  lastAt: number
  bytes: number
}

const screens: Screen[] = []

async function watch(entrances: readonly Entrance[]): Promise<void> {
  for (const { host, port, path, headers } of entrances) {
    const { Origin: origin, ...rest } = headers
    const socket = new WebSocket(`ws://${host}:${port}${path}`, { origin, headers: rest })
    const screen: Screen = { socket, lastAt: 0, bytes: 0 }
    socket.on('message', (data: Buffer) => {
      if (data[0] !== SYNC) return
      screen.lastAt = Date.now()
      screen.bytes += data.length
    })
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    socket.once('open', resolve)
    socket.once('error', reject)
    // oxlint-disable-next-line no-await-in-loop -- A room comes in one after the other.
    await promise
    socket.send(question)
    screens.push(screen)
  }
}

function seen(): Seen {
  return screens.map(({ lastAt, bytes }) => ({ lastAt, bytes }))
}

process.on('disconnect', () => process.exit(0))
process.on('message', (asked: WatchersQuestion) => {
  if (asked.type === 'watch') {
    watch(asked.entrances).then(
      () => process.send?.(seen()),
      (error: unknown) => process.send?.(String(error)),
    )
    return
  }
  process.send?.(seen())
})
