import { setImmediate } from 'node:timers/promises'
import plugin from 'fastify-plugin'

/** Requests are begun for this long, in ms, before whoever is connected is heard again. */
const SLICE_MS = 6

/**
 * Begins requests for a slice of time. Hundreds that arrive together, or connections that are opened
 * together, would all be dealt with before the next move of a pen is read. Those that are refused at
 * once take next to nothing of it, so that nobody waits behind them.
 */
export const aFewAtATime = plugin(
  async (server) => {
    let startedAt: number | undefined
    const isOver = (): boolean =>
      startedAt !== undefined && performance.now() - startedAt >= SLICE_MS
    server.addHook('onRequest', async () => {
      // Whoever goes first after that may take all the time again.
      // oxlint-disable-next-line no-await-in-loop
      while (isOver()) await setImmediate()
      if (startedAt !== undefined) return
      startedAt = performance.now()
      void setImmediate().then(() => (startedAt = undefined))
    })
  },
  { name: 'a-few-at-a-time', fastify: '5.x' },
)
