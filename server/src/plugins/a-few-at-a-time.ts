import { setImmediate } from 'node:timers/promises'
import plugin from 'fastify-plugin'

/** Requests that are begun before whoever is connected is heard again: some ms of work. */
const AT_A_TIME = 6

/**
 * Begins a few requests at a time. Hundreds that arrive together, or connections that are opened
 * together, would all be dealt with before the next move of a pen is read.
 */
export const aFewAtATime = plugin(
  async (server) => {
    const turn = { begun: 0 }
    server.addHook('onRequest', async () => {
      // Whoever goes first after that may be several again.
      // oxlint-disable-next-line no-await-in-loop
      while (turn.begun >= AT_A_TIME) await setImmediate()
      turn.begun++
      if (turn.begun === 1) void setImmediate().then(() => (turn.begun = 0))
    })
  },
  { name: 'a-few-at-a-time', fastify: '5.x' },
)
