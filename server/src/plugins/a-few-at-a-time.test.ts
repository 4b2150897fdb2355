import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { aFewAtATime } from './a-few-at-a-time.ts'

it('[X37] begins few of many dear requests that arrive together before others are heard', async () => {
  expect(await mostAtOnce(4)).toBeLessThanOrEqual(5)
})

/** Of forty requests that arrive together, each so many ms of work: how many are begun in one go. */
async function mostAtOnce(ms: number): Promise<number> {
  const server = Fastify({ forceCloseConnections: true })
  await server.register(aFewAtATime)
  const seen = { begun: 0 }
  server.get('/', async () => {
    seen.begun++
    for (const startedAt = performance.now(); performance.now() - startedAt < ms;);
    return 'well'
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  const sockets = Array.from({ length: 40 }, () => connect(port, '127.0.0.1'))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  const answered = Promise.all(sockets.map((socket) => once(socket, 'data')))
  for (const socket of sockets) socket.write('GET / HTTP/1.1\r\nHost: stip\r\n\r\n')
  let most = 0
  for (let before = 0; seen.begun < 40; before = seen.begun) {
    // oxlint-disable-next-line no-await-in-loop
    await setImmediate()
    most = Math.max(most, seen.begun - before)
  }
  await answered
  for (const socket of sockets) socket.destroy()
  await server.close()
  return most
}
