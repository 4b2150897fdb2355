import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { aRoom } from '../../test/a-room.ts'
import { ManualClock } from '../../test/manual-clock.ts'
import { StubbornLog } from '../../test/stubborn-log.ts'
import { testGateway } from '../../test/test-gateway.ts'
import type { Gateway } from '../storing/gateway.ts'
import { Room } from '../room.ts'

describe('[R58] a board that is read from the log', () => {
  it('is read in steps while other rooms go on, and opens when it is whole', async () => {
    const clock = new ManualClock()
    const log = new StubbornLog()
    const large = boardOf((map) => map.set('long', 'x'.repeat(64)))
    const small = boardOf((map) => map.set('short', 1))
    await log.append('board', [
      { author: 'server', update: large },
      { author: 'anna', update: small },
    ])
    let steps = 0
    const gateway: Gateway = Object.assign(
      (...asked: Parameters<Gateway>) => testGateway(...asked),
      {
        *inParts(update: Uint8Array): Generator<void, Iterable<Uint8Array>> {
          for (; steps < 10; steps++) {
            clock.work(5)
            yield
          }
          return [update]
        },
      },
    )
    const other = await aRoom({ clock })
    const bram = await other.joinInStep({ identity: 'bram' })
    const state = { isOpen: false }
    const opening = Room.open({ boardId: 'board', log, gateway, clock, largeBytes: 64 }).finally(
      () => {
        state.isOpen = true
      },
    )
    let savedBefore = 0
    for (let turn = 0; turn < 400 && !state.isOpen; turn++) {
      if (turn % 5 === 0) bram.write((map) => map.set('b', turn))
      // oxlint-disable-next-line no-await-in-loop
      await clock.pass(1)
      if (!state.isOpen) savedBefore = bram.saved
    }
    const room = await opening
    expect(steps).toBe(10)
    expect(savedBefore).toBeGreaterThan(1)
    expect(room.read((doc) => doc.getMap('notes').size)).toBe(2)
  })

  it('is not opened when it cannot be read', async () => {
    const log = new StubbornLog()
    await log.append('board', [{ author: 'anna', update: Uint8Array.of(9, 9) }])
    const clock = new ManualClock()
    const opening = Room.open({ boardId: 'board', log, gateway: testGateway, clock })
    const outcome = await opening.then(
      () => 'open',
      () => 'failed',
    )
    expect(outcome).toBe('failed')
  })
})

function boardOf(change: (map: Y.Map<unknown>) => void): Uint8Array {
  const doc = new Y.Doc()
  change(doc.getMap('notes'))
  return Y.encodeStateAsUpdate(doc)
}
