import { encodeAwareness } from '@stip/sync/protocol'
import { describe, expect, it } from 'vitest'
import { eventually } from '../test/eventually.ts'
import { aScene } from './a-scene.ts'

describe('cursors that are not what they say', () => {
  it('[X9] nobody is somebody else: not in name, and not in client id', async () => {
    const scene = await aScene()
    await scene.session.command({ type: 'show-names', on: true })
    const watching = await scene.lineOf(scene.facilitator, 'as=facilitator&stip=1')
    const attacker = await scene.attacker('plain')
    const { clientID } = scene.bystander.doc
    scene.bystander.say(encodeAwareness([{ clientId: clientID, clock: 1, state: { x: 1 } }]))
    await eventually(() => expect(watching.awareness.getStates().has(clientID)).toBe(true))
    const cursor = watching.awareness.getStates().get(clientID)

    const own = attacker.doc.clientID
    attacker.say(
      encodeAwareness([
        {
          clientId: clientID,
          clock: 9,
          state: { x: 666, user: { name: 'Koning', color: 'gold' } },
        },
        { clientId: clientID, clock: 10, state: undefined },
        { clientId: own, clock: 1, state: { user: { name: 'Begeleider', color: '#0B5C6B' } } },
      ]),
    )
    await eventually(() => expect(watching.awareness.getStates().has(own)).toBe(true))
    expect(watching.awareness.getStates().get(own)?.['user']).toMatchObject({
      name: expect.stringMatching(/Anna|Bram|Cato/),
    })
    expect(watching.awareness.getStates().get(clientID)).toEqual(cursor)
    await scene.expectWorkToGoOn()
  })

  it('[X9] made-up people are four at most', async () => {
    const scene = await aScene()
    await scene.session.command({ type: 'show-names', on: true })
    const attacker = await scene.attacker('plain')
    for (let crowd = 0; crowd < 2; crowd++) {
      const people = Array.from({ length: 3 }, (_, person) => ({
        clientId: 1_000 + crowd * 3 + person,
        clock: 1,
        state: { user: { name: 'Spook', color: 'white' } },
      }))
      attacker.say(encodeAwareness(people))
    }
    await eventually(() => expect(scene.bystander.awareness.getStates().size).toBeGreaterThan(0))
    await scene.expectWorkToGoOn()
    const shown = [...scene.bystander.awareness.getStates().values()]
    expect(shown.length).toBeLessThanOrEqual(4)
    expect(shown.map((state) => (state['user'] as { name: string }).name)).not.toContain('Spook')
  })

  it('[X9] a cursor with a prototype reaches into nobody', async () => {
    const scene = await aScene()
    const attacker = await scene.attacker('plain')
    const state = JSON.parse('{"__proto__":{"isAdmin":true},"x":1}') as { x: number }
    const own = attacker.doc.clientID
    attacker.say(encodeAwareness([{ clientId: own, clock: 1, state }]))
    await scene.expectWorkToGoOn()
    expect(Object.getPrototypeOf({})).not.toHaveProperty('isAdmin')
  })
})
