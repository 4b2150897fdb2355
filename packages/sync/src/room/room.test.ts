import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CloseCode, encodeAsk, encodeUpdate } from '../protocol/index.ts'
import type { Line } from '../test/a-line.ts'
import { aRoom } from '../test/a-room.ts'
import { StubbornLog } from '../test/stubborn-log.ts'
import { testGateway } from '../test/test-gateway.ts'
import { RoomClosedError } from './errors.ts'
import { Room } from './room.ts'

describe('a room', () => {
  it('[R1] has read what is stored before it answers anybody', async () => {
    const log = new StubbornLog()
    const doc = new Y.Doc()
    doc.getMap('notes').set('a', 1)
    await log.append('board', [{ author: 'anna', update: Y.encodeStateAsUpdate(doc) }])
    const { join } = await aRoom({ log })
    const anna = join()
    anna.ask()
    expect(anna.notes).toEqual({ a: 1 })
  })

  it('[R1] does not open on a log that cannot be read', async () => {
    const { clock } = await aRoom()
    const log = Object.assign(new StubbornLog(), {
      read: () => Promise.reject(new Error('checksum does not fit')),
    })
    await expect(Room.open({ boardId: 'board', log, gateway: testGateway, clock })).rejects.toThrow(
      'checksum',
    )
  })

  it('[R2] answers what somebody misses, and asks back', async () => {
    const { join, joinInStep, clock } = await aRoom()
    const anna = await joinInStep()
    anna.write((notes) => notes.set('a', 1))
    await clock.pass(100)
    const bram = join({ identity: 'bram' })
    bram.ask()
    expect(bram.heard.map(({ kind }) => kind)).toEqual(['hello', 'answer', 'ask'])
    expect(bram.notes).toEqual({ a: 1 })
  })

  it('[R2] shows no updates to somebody who has not got the board yet', async () => {
    const { join, joinInStep, clock } = await aRoom()
    const bram = join({ identity: 'bram' })
    const anna = await joinInStep()
    anna.write((notes) => notes.set('a', 1))
    await clock.pass(100)
    expect(bram.all('update')).toEqual([])
  })

  it('[R2] answers one question per second, the newest', async () => {
    const { joinInStep, clock } = await aRoom()
    const anna = await joinInStep()
    for (let times = 0; times < 50; times++) anna.ask()
    await clock.pass(3_000)
    expect(anna.all('answer')).toHaveLength(2)
  })

  it('[R3] shows a change at once when it is quiet', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.write((notes) => notes.set('a', 1))
    await clock.pass(0)
    expect(bram.notes).toEqual({ a: 1 })
  })

  it('[R3] shows what comes within one tick in one frame, the same for all', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    const cato = await joinInStep({ identity: 'cato' })
    anna.write((notes) => notes.set('a', 0))
    await clock.pass(1)
    for (let number = 1; number <= 20; number++) anna.write((notes) => notes.set('a', number))
    bram.write((notes) => notes.set('b', 1))
    await clock.pass(16)
    expect(cato.all('update')).toHaveLength(2)
    expect(cato.frames.at(-1)).toBe(
      anna.frames.findLast((_, i) => anna.heard[i]?.kind === 'update'),
    )
    expect(cato.notes).toEqual({ a: 20, b: 1 })
  })

  it('[R3] does not send back to somebody what nobody else wrote', async () => {
    const { joinInStep, clock } = await aRoom()
    const anna = await joinInStep()
    anna.write((notes) => notes.set('a', 1))
    await clock.pass(100)
    expect(anna.heard.map(({ kind }) => kind)).toEqual(['saved'])
  })

  it('[R10] keeps nobody in silence for 15 seconds', async () => {
    const { joinInStep, clock } = await aRoom()
    const anna = await joinInStep({ speaksStip: false })
    for (let seconds = 0; seconds < 90; seconds += 15) {
      anna.frames.length = 0
      await clock.pass(15_000)
      expect(anna.frames.length).toBeGreaterThan(0)
    }
  })

  it('[R11] closes a reader that is 4 MB behind, and nobody else', async () => {
    const { room, joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    bram.bufferedBytes = 4 * 1024 * 1024 + 1
    anna.write((notes) => notes.set('a', 1))
    await clock.pass(100)
    expect(bram.closedWith).toBe(CloseCode.tooSlow)
    expect(anna.closedWith).toBeUndefined()
    expect(room.memberCount).toBe(1)
  })

  it('[R12] tells our own client what it may do, and again when that changes', async () => {
    const { join } = await aRoom()
    let mayWrite = false
    const anna = join({ mayWrite: () => mayWrite })
    const told = () => anna.all('hello').map(({ hello }) => hello.access)
    expect(told()).toEqual(['read'])
    mayWrite = true
    anna.accessChanged()
    anna.accessChanged()
    expect(told()).toEqual(['read', 'write'])
  })

  it('[R12] speaks none of our own frames to another client', async () => {
    const { join, clock } = await aRoom()
    const anna = join({ speaksStip: false })
    anna.ask()
    anna.answer()
    anna.write((notes) => notes.set('a', 1))
    anna.accessChanged()
    await clock.pass(100)
    expect(anna.heard.map(({ kind }) => kind)).toEqual(['answer', 'ask'])
  })

  it('[R21] sends away whose document does not fit, before it answers', async () => {
    const { join, clock } = await aRoom()
    const questions: Uint8Array[] = []
    const fits = (stateVector: Uint8Array): boolean => {
      questions.push(stateVector)
      return stateVector.length === 1
    }
    const [newcomer, stale] = [join({ fits }), join({ identity: 'bram', fits, speaksStip: false })]
    newcomer.ask()
    newcomer.ask()
    stale.doc.getMap('notes').set('old', 1)
    stale.ask()
    stale.answer()
    await clock.pass(2_000)
    expect([newcomer.closedWith, stale.closedWith]).toEqual([undefined, CloseCode.otherGeneration])
    expect([stale.frames, newcomer.notes, questions.length]).toEqual([[], {}, 2])
  })

  it.each([true, false])(
    '[R42] sends away who asks with nothing and hands in what was replaced, our own client %s',
    async (speaksStip) => {
      const { join, clock, stored } = await aRoom()
      const replaced = new Y.Doc()
      const elsewhere = new Y.Doc()
      replaced.getMap('notes').set('old', 1)
      elsewhere.getMap('notes').set('mine', 1)
      const [one, other] = [replaced, elsewhere].map((doc) => Y.encodeStateAsUpdate(doc))
      const fitsClient = (clientId: number): boolean => clientId !== replaced.clientID
      const routes: Record<string, (line: Line) => void> = {
        answer: (line) => line.answer(one),
        update: (line) => line.say(encodeUpdate(one ?? new Uint8Array())),
        'in two steps': (line) => {
          line.say(encodeUpdate(other ?? new Uint8Array()))
          line.answer(one)
        },
        'with work of its own': (line) => line.answer(Y.mergeUpdates([one, other].map(known))),
      }
      for (const hand of Object.values(routes)) {
        const line = join({ fits: () => true, fitsClient, speaksStip, identity: 'anna' })
        line.ask()
        hand(line)
        line.write((notes) => notes.set('later', 1))
        // oxlint-disable-next-line no-await-in-loop
        await clock.pass(2_000)
        expect(line.closedWith).toBe(CloseCode.otherGeneration)
      }
      const board = new Y.Doc()
      for (const update of await stored()) Y.applyUpdate(board, update)
      expect(board.getMap('notes').toJSON()).toEqual({ mine: 1 })
    },
  )

  it('[R43] gives a newcomer what the server wrote in the first frame', async () => {
    const log = new StubbornLog()
    const before = new Y.Doc()
    before.getMap('notes').set('a', 'x'.repeat(1_000))
    await log.append('board', [{ author: 'anna', update: Y.encodeStateAsUpdate(before) }])
    const { room, join, joinInStep, clock } = await aRoom({ log })
    const anna = await joinInStep()
    const edited = room.edit((doc) => doc.getMap('board').set('generation', 2))
    await clock.pass(100)
    await edited
    anna.write((notes) => notes.set('b', 1))
    await clock.pass(100)
    const newcomer = join({ identity: 'bram' })
    newcomer.ask()
    const seen = new Y.Doc()
    Y.applyUpdate(seen, newcomer.all('answer')[0]?.content ?? new Uint8Array())
    expect(seen.getMap('board').get('generation')).toBe(2)
  })

  it.each<[string, (whole: Uint8Array) => Uint8Array]>([
    ['with a byte more', (whole) => Uint8Array.of(...whole, 0)],
    ['with a byte less', (whole) => whole.subarray(0, -1)],
    ['twice', (whole) => Uint8Array.of(...whole, ...whole)],
    ['that promises more than there is', (whole) => Uint8Array.of(9, ...whole.subarray(1))],
  ])('[F10] closes who asks with a state vector %s', async (_what, change) => {
    const { join, clock } = await aRoom()
    const anna = join()
    anna.doc.getMap('notes').set('a', 1)
    anna.say(encodeAsk(change(Y.encodeStateVector(anna.doc))))
    await clock.pass(100)
    expect(anna.closedWith).toBe(CloseCode.malformed)
    expect(anna.all('answer')).toEqual([])
  })

  it('[R15] refuses to be joined or changed after it was closed', async () => {
    const { room, join } = await aRoom()
    await room.close()
    expect(join().closedWith).toBe(CloseCode.goingAway)
    await expect(room.edit(() => undefined)).rejects.toBeInstanceOf(RoomClosedError)
  })
})

function known(update: Uint8Array | undefined): Uint8Array {
  return update ?? new Uint8Array()
}
