import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CloseCode, encodeAsk, encodeUpdate, frameLimits } from '../protocol/index.ts'
import { aRoom } from '../test/a-room.ts'
import type { TestRoom } from '../test/a-room.ts'
import { StubbornLog } from '../test/stubborn-log.ts'
import { limitsFor } from './limits.ts'

describe('the client ids of a board', () => {
  const clients = { all: 6, perPerson: 4, atLeast: 2 }

  it('[R60] one person has so many, over all connections', async () => {
    const scene = await aRoom({ clients })
    const written = await writeAnew(scene, 'anna', 6)
    expect(written).toEqual(['saved', 'saved', 'saved', 'saved', ...twice('too-many-clients')])
    expect(await writeAnew(scene, 'bram', 1)).toEqual(['saved'])
  })

  it('[R60] who has one goes on with it, and a reader with none is told the board', async () => {
    const scene = await aRoom({ clients })
    const early = await scene.joinInStep()
    early.write((map) => map.set('a', 1))
    await scene.clock.pass(100)
    await writeAnew(scene, 'anna', 5)
    early.write((map) => map.set('a', 2))
    await scene.clock.pass(100)
    expect([early.saved, scene.notes()['a']]).toEqual([3, 2])
    const reader = scene.join({ identity: 'wall', mayWrite: () => false })
    reader.ask()
    await scene.clock.pass(100)
    expect(reader.notes['a']).toBe(2)
  })

  it('[R60] everybody comes in on a board that has all it may have', async () => {
    const scene = await aRoom({ clients })
    await writeAnew(scene, 'anna', 4)
    await writeAnew(scene, 'bram', 4)
    expect(await writeAnew(scene, 'cato', 3)).toEqual([...twice('saved'), 'too-many-clients'])
    expect(await writeAnew(scene, 'bram', 1)).toEqual(['too-many-clients'])
  })

  it('[R60] many in one update are counted before any is given', async () => {
    const scene = await aRoom({ clients })
    const anna = await scene.joinInStep()
    anna.doc.transact(() => {
      for (let client = 1; client <= 5; client++) Y.applyUpdate(anna.doc, aNoteBy(client))
    })
    anna.say(encodeUpdate(Y.encodeStateAsUpdate(anna.doc)))
    await scene.clock.pass(100)
    expect(anna.all('refused')[0]?.refused.reason).toBe('too-many-clients')
    expect(scene.room.ownerOf(1)).toBeUndefined()
    expect(await writeAnew(scene, 'anna', 4)).toEqual([...twice('saved'), ...twice('saved')])
  })

  it('[R60] pointing with one counts, and is not shown beyond', async () => {
    const scene = await aRoom({ clients })
    const watcher = await scene.joinInStep({ identity: 'bram' })
    for (let client = 1; client <= 6; client++) {
      // oxlint-disable-next-line no-await-in-loop
      const line = await scene.joinInStep()
      line.point([{ clientId: client, clock: 1, state: { x: client } }])
      // oxlint-disable-next-line no-await-in-loop
      await scene.clock.pass(200)
    }
    expect([...watcher.cursors.keys()]).toEqual([1, 2, 3, 4])
    expect(await writeAnew(scene, 'anna', 1)).toEqual(['too-many-clients'])
  })

  it('[R60] they are counted from the log after a restart', async () => {
    const log = new StubbornLog()
    await writeAnew(await aRoom({ clients, log }), 'anna', 4)
    const again = await aRoom({ clients, log })
    expect(await writeAnew(again, 'anna', 1)).toEqual(['too-many-clients'])
    expect(await writeAnew(again, 'bram', 1)).toEqual(['saved'])
  })

  it('[R60] a board that has more from before opens, and takes what everybody may', async () => {
    const log = new StubbornLog()
    await writeAnew(await aRoom({ log }), 'anna', 8)
    const again = await aRoom({ clients, log })
    expect(Object.keys(again.notes())).toHaveLength(8)
    expect(await writeAnew(again, 'bram', 3)).toEqual([...twice('saved'), 'too-many-clients'])
  })
})

describe('a state vector', () => {
  it('[R61] of who knows a board fits, however many client ids that has', () => {
    for (const writers of [0, 10, 20_000, 90_000]) {
      const known = new Map(
        Array.from({ length: writers }, (_, number) => [2 ** 32 - 1 - number, 2 ** 31] as const),
      )
      const { length } = Y.encodeStateVector(known)
      expect(length).toBeLessThan(limitsFor(writers).stateVector)
    }
    expect(limitsFor(100)).toBe(frameLimits)
  })

  it('[R61] of a returner is answered where others made it long, and is too large elsewhere', async () => {
    const small = { ...frameLimits, stateVector: 40 }
    const scene = await aRoom({ frameLimits: small })
    const returner = await scene.joinInStep()
    await writeAnew(scene, 'bram', 20)
    expect(Object.keys(returner.notes)).toHaveLength(20)
    returner.frames.length = 0
    returner.ask()
    await scene.clock.pass(2_000)
    expect(Y.encodeStateVector(returner.doc).length).toBeGreaterThan(small.stateVector)
    expect([returner.closedWith, returner.all('answer').length]).toEqual([undefined, 1])
    const stranger = scene.join()
    stranger.say(encodeAsk(new Uint8Array(small.stateVector + 21 * 15 + 1)))
    expect(stranger.closedWith).toBe(CloseCode.tooLarge)
  })
})

/** What becomes of what somebody writes who comes in again and again, each time as a new client. */
async function writeAnew(
  { joinInStep, clock }: TestRoom,
  identity: string,
  times: number,
): Promise<readonly string[]> {
  const outcomes: string[] = []
  for (let time = 0; time < times; time++) {
    // oxlint-disable no-await-in-loop
    const line = await joinInStep({ identity })
    line.write((map) => map.set(`${identity}-${line.doc.clientID}`, time))
    await clock.pass(100)
    outcomes.push(line.all('refused')[0]?.refused.reason ?? 'saved')
    line.leave()
    // oxlint-enable no-await-in-loop
  }
  return outcomes
}

function twice(outcome: string): readonly string[] {
  return [outcome, outcome]
}

function aNoteBy(client: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap('notes').set(`n${client}`, 1)
  return Y.encodeStateAsUpdate(doc)
}
