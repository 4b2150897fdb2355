import { describe, expect, it } from 'vitest'
import { CloseCode, MessageType } from '../../protocol/index.ts'
import { aRoom } from '../../test/a-room.ts'

describe('cursors in a room', () => {
  it('[P1] shows a cursor to the others, under the name that the server knows', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.point([at(1, 1, { x: 5, user: { name: 'Koning', color: 'gold' } })])
    await clock.pass(16)
    expect(bram.cursors.get(1)).toEqual({ x: 5, user: { name: 'Anna', color: 'blue' } })
  })

  it('[P2] sends what came within one tick once, with the newest position', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    for (let clockNumber = 1; clockNumber <= 50; clockNumber++) {
      anna.point([at(1, clockNumber, { x: clockNumber })])
    }
    await clock.pass(16)
    expect(bram.all('awareness')).toHaveLength(1)
    expect(bram.cursors.get(1)).toMatchObject({ x: 50 })
  })

  it('[P3] lets nobody speak for a client id of another connection', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    const cato = await joinInStep({ identity: 'cato' })
    anna.point([at(1, 1, { x: 5 })])
    await clock.pass(16)
    bram.point([at(1, 9, { x: 666 }), { clientId: 1, clock: 9, state: undefined }])
    await clock.pass(16)
    expect(cato.cursors.get(1)).toMatchObject({ x: 5, user: { name: 'Anna' } })
  })

  it('[P3] lets nobody take over the client id of somebody who left', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    const cato = await joinInStep({ identity: 'cato' })
    anna.point([at(1, 1, { x: 5 })])
    await clock.pass(16)
    anna.leave()
    bram.point([at(1, 2, { x: 5 })])
    await clock.pass(16)
    expect(cato.cursors.size).toBe(0)
  })

  it('[P3] gives a returning person the own client id back, even from a dead line', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.point([at(1, 1, { x: 5 })])
    await clock.pass(16)
    const annaAgain = await joinInStep()
    annaAgain.point([at(1, 2, { x: 6 })])
    await clock.pass(16)
    anna.leave()
    await clock.pass(16)
    expect(bram.cursors.get(1)).toMatchObject({ x: 6 })
  })

  it('[P3] leaves a cursor to its window when another window of the same person echoes it', async () => {
    const { joinInStep, clock } = await aRoom()
    const [window, other] = [await joinInStep(), await joinInStep()]
    const bram = await joinInStep({ identity: 'bram' })
    other.point([at(2, 1, {})])
    window.point([at(1, 1, { x: 5 })])
    other.point([at(1, 1, { x: 5 })])
    other.leave()
    await clock.pass(16)
    expect([...bram.cursors]).toEqual([[1, expect.objectContaining({ x: 5 })]])
  })

  it('[P4] bounds how many cursors a connection has and how much it says', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.point([at(1, 1, { text: 'x'.repeat(5_000) })])
    anna.point(Array.from({ length: 500 }, (_, id) => at(id + 10, 1, {})))
    await clock.pass(16)
    expect([...bram.cursors.keys()]).toEqual([10, 11, 12, 13])
  })

  it('[P4] closes whoever sends awareness that is none', async () => {
    const { joinInStep } = await aRoom()
    const anna = await joinInStep()
    anna.say(Uint8Array.of(MessageType.awareness, 2, 9, 9))
    expect(anna.closedWith).toBe(CloseCode.malformed)
  })

  it('[P5] shows nothing of somebody in an anonymous step, and takes back what was shown', async () => {
    const { room, joinInStep, clock } = await aRoom()
    let isAnonymous = false
    const presence = () => (isAnonymous ? undefined : { name: 'Anna', color: 'blue' })
    const [anna, bram] = [await joinInStep({ presence }), await joinInStep({ identity: 'bram' })]
    anna.point([at(1, 1, { x: 5 })])
    await clock.pass(16)
    isAnonymous = true
    room.refreshPresence()
    await clock.pass(16)
    expect(bram.cursors.size).toBe(0)
    bram.frames.length = 0
    anna.point([at(1, 2, { x: 6 })])
    await clock.pass(16)
    expect(bram.frames).toEqual([])
    isAnonymous = false
    anna.point([at(1, 3, { x: 7 })])
    await clock.pass(16)
    expect(bram.cursors.get(1)).toMatchObject({ x: 7 })
  })

  it('[P6] takes the cursor of whoever leaves from all screens', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.point([at(1, 1, { x: 5 })])
    await clock.pass(16)
    anna.leave()
    await clock.pass(16)
    expect(bram.cursors.size).toBe(0)
  })

  it('[P6] forgets a cursor that is not renewed', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.point([at(1, 1, { x: 5 })])
    await clock.pass(60_000)
    expect(bram.cursors.size).toBe(0)
  })

  it('[P7] shows a newcomer who is here already', async () => {
    const { join, joinInStep, clock } = await aRoom()
    const anna = await joinInStep()
    anna.point([at(1, 1, { x: 5 })])
    await clock.pass(16)
    const bram = join({ identity: 'bram' })
    bram.ask()
    expect(bram.cursors.get(1)).toMatchObject({ x: 5 })
  })

  it('[P8] spares a slow reader the cursors, and shows them when it has caught up', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    const cato = await joinInStep({ identity: 'cato' })
    bram.bufferedBytes = 2 * 1024 * 1024
    anna.point([at(1, 1, { x: 5 })])
    await clock.pass(16)
    expect(bram.frames).toEqual([])
    bram.bufferedBytes = 0
    cato.point([at(2, 1, { x: 9 })])
    await clock.pass(16)
    expect([...bram.cursors.keys()]).toEqual([1, 2])
  })
})

function at(clientId: number, clock: number, state: Record<string, never> | object) {
  return { clientId, clock, state: state as Record<string, never> }
}
