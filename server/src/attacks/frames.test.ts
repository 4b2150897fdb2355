import { changeFields, createRecord } from '@stip/documents'
import { below, seededRandom } from '@stip/primitives'
import type { Json, Random } from '@stip/primitives'
import { encodeAsk, encodeAnswer, frameLimits } from '@stip/sync/protocol'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { aScene } from './a-scene.ts'
import { aStroke } from './siege/a-stroke.ts'

/** So low that what passes them is small. */
const small = { ...frameLimits, answer: 2048, stateVector: 256 }

describe('frames that would exhaust a server', () => {
  it('[X5] question after question is answered a few times', async () => {
    const scene = await aScene()
    const before = await scene.seenByNewcomer()
    const attacker = await scene.attacker('plain')
    const nothingYet = encodeAsk(Uint8Array.of(0))
    for (let question = 0; question < 40; question++) attacker.say(nothingYet)
    await scene.expectWorkToGoOn()
    // Once a second at most; how long the rest takes is not what this is about.
    expect(attacker.answers).toBeLessThan(20)
    expect(before.length).toBeGreaterThan(0)
  })

  it('[X6] who never reads is sent away, and others notice nothing', async () => {
    const scene = await aScene()
    const sleeper = await scene.attacker('plain')
    sleeper.socket.pause()
    const random = seededRandom(6)
    const strokes = Array.from({ length: 40 }, (_, stroke) => `mouthful-${stroke}`)
    scene.bystander.write((doc) => {
      for (const stroke of strokes) createRecord(doc, aStroke(stroke, 2))
    })
    // Far more than a room keeps for one reader, and a system for one connection.
    for (let rewrite = 1; rewrite <= 60; rewrite++) {
      scene.bystander.write((doc) => {
        for (const stroke of strokes) {
          changeFields(doc, `shape:${stroke}`, { 'p.segments': aMouthful(random) })
        }
      })
      // One by one: what waits together is merged, and then only the last is left of it.
      // oxlint-disable-next-line no-await-in-loop
      await scene.bystander.until(() => scene.bystander.saved === rewrite + 2)
    }
    await scene.expectWorkToGoOn()
    sleeper.socket.resume()
    // 1006: it slept for so long that the server had hung up before its reason could be read.
    expect((await sleeper.closed).code).toBeOneOf([4508, 1006])
  })

  it('[X7] a frame that unpacks to more than it may is not unpacked', async () => {
    const scene = await aScene(undefined, { frameBytes: 256 * 1024 })
    const before = await scene.seenByNewcomer()
    const { url } = scene.person.device.socket(`/sync/${scene.boardId}?as=participant`)
    const line = new WebSocket(url, {
      origin: scene.server.url,
      headers: { cookie: scene.person.device.cookie ?? '' },
      perMessageDeflate: { threshold: 0 },
    })
    line.on('error', () => undefined)
    const closed = new Promise<number>((resolve) => {
      line.on('close', (code: number) => resolve(code))
    })
    line.on('open', () => line.send(new Uint8Array(256 * 1024 + 1)))
    // 1006: the server had gone before its reason could be read.
    expect(await closed).toBeOneOf([1009, 1006])
    expect(await scene.seenByNewcomer()).toEqual(before)
    await scene.expectWorkToGoOn()
  })

  it.each([
    ['a state vector of more clients than it holds', 4400, aClaimOf(0, 0)],
    ['more cursors than it holds', 4400, aClaimOf(1)],
    ['an update that is too large', 4413, encodeAnswer(new Uint8Array(small.answer + 1))],
    ['a state vector that is too large', 4413, encodeAsk(new Uint8Array(small.stateVector + 1))],
    ['a length that is not there', 4400, Uint8Array.of(0, 2, 2, 0)],
  ])('[X8] %s: closed with %i', async (_name, code, frame) => {
    const scene = await aScene({ frames: small })
    const before = await scene.seenByNewcomer()
    const attacker = await scene.attacker('plain')
    attacker.say(frame)
    expect((await attacker.closed).code).toBe(code)
    expect(await scene.seenByNewcomer()).toEqual(before)
    await scene.expectWorkToGoOn()
  })
})

/** A frame whose content announces far more than it holds. */
function aClaimOf(...type: readonly number[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of type) encoding.writeVarUint(encoder, number)
    const content = encoding.encode((inner) => {
      encoding.writeVarUint(inner, 2)
      encoding.writeVarUint(inner, 1)
    })
    encoding.writeVarUint8Array(encoder, content)
  })
}

/** Some 6 KB of ink, which cannot be made much smaller. */
function aMouthful(random: Random): Json {
  const points = Array.from({ length: 1_250 }, () => ({
    x: below(random, 20_000),
    y: below(random, 20_000),
  }))
  return [{ type: 'free', points }]
}
