import { beforeEach, describe, expect, it } from 'vitest'
import type { Grant, GrantStore } from '../grant-store.ts'

/** What every store of grants promises; `open` makes an empty one. */
export function describeGrantStore(name: string, open: () => GrantStore): void {
  describe(`${name} keeps the contract of grants`, () => {
    let store: GrantStore
    beforeEach(() => {
      store = open()
    })

    it('[ST1] knows what a device is, session by session and role by role', async () => {
      const [console, wall] = [aGrant({ role: 'facilitator' }), aGrant({ role: 'wall' })]
      const elsewhere = aGrant({ sessionId: 'middag', role: 'wall' })
      const anna = aGrant({ deviceHash: other, role: 'participant', personId: 'anna' })
      for (const grant of [console, wall, elsewhere, anna]) {
        // oxlint-disable-next-line no-await-in-loop
        await store.add(grant, 1)
      }
      expect(await store.find(device, 'avond', 'facilitator')).toEqual(console)
      expect(await store.find(device, 'avond', 'participant')).toBeUndefined()
      expect(await store.find(other, 'avond', 'participant')).toEqual(anna)
      expect(await store.ofDevice(device)).toEqual([elsewhere, wall, console])
      expect(await store.ofRole('avond', 'wall')).toEqual([wall])
    })

    it('[ST1] puts one in the place of the same', async () => {
      await store.add(aGrant({ personId: 'anna' }), 0)
      await store.add(aGrant({ personId: 'bram' }), 0)
      expect(await store.ofDevice(device)).toEqual([aGrant({ personId: 'bram' })])
    })

    it('[ST1] takes back one, or those of people who went, and no other', async () => {
      const [screen, anna] = [aGrant({ role: 'wall' }), aGrant({ personId: 'anna' })]
      const bram = aGrant({ deviceHash: other, personId: 'bram' })
      const elsewhere = aGrant({ sessionId: 'middag', personId: 'anna' })
      for (const grant of [screen, anna, bram, elsewhere]) {
        // oxlint-disable-next-line no-await-in-loop
        await store.add(grant, 0)
      }
      await store.ofDevice(device)
      await store.removeOfPeople('avond', ['anna', 'nobody'])
      expect(await store.ofDevice(device)).toEqual([elsewhere, screen])
      await store.remove(screen)
      expect(await store.ofDevice(device)).toEqual([elsewhere])
      expect(await store.ofDevice(other)).toEqual([bram])
    })

    it('[ST1] tells who asks right after it was asked to write what it wrote', async () => {
      expect(await store.ofDevice(device)).toEqual([])
      const added = store.add(aGrant({ personId: 'anna' }), 0)
      const asked = store.ofDevice(device)
      await added
      expect(await asked).toHaveLength(1)
      const removed = store.removeOfPeople('avond', ['anna'])
      expect(await store.ofDevice(device)).toEqual([])
      await removed
    })
  })
}

const [device, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]

function aGrant(difference: Partial<Grant>): Grant {
  return {
    deviceHash: device,
    sessionId: 'avond',
    role: 'participant',
    personId: undefined,
    ...difference,
  }
}
