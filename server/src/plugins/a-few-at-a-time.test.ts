import { setImmediate } from 'node:timers/promises'
import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { aFewAtATime } from './a-few-at-a-time.ts'

it('[X37] begins few of many requests that arrive together before others are heard, and all in the end', async () => {
  const server = Fastify()
  await server.register(aFewAtATime)
  const seen = { begun: 0 }
  server.get('/', async () => String(++seen.begun))
  await server.ready()
  const answers = Promise.all(Array.from({ length: 40 }, () => server.inject('/')))
  let most = 0
  for (let before = 0; seen.begun < 40; before = seen.begun) {
    // oxlint-disable-next-line no-await-in-loop
    await setImmediate()
    most = Math.max(most, seen.begun - before)
  }
  expect(most).toBeLessThanOrEqual(12)
  expect((await answers).every(({ statusCode }) => statusCode === 200)).toBe(true)
})
