import { expect } from '@playwright/test'
import type { Evening } from '../support/evening.ts'
import { patience } from '../support/patience.ts'
import { aTicket, PlainClient } from '../support/plain-client.ts'
import type { Drawer } from './drawer.ts'

/** When everything arrived, all documents and screens are equal, and so is what a late joiner gets. */
export async function expectAllEqual(
  drawers: readonly Drawer[],
  url: string,
  evening: Evening,
  boardId: string,
): Promise<void> {
  const ticket = await aTicket(evening.facilitator, boardId, 'facilitator')
  const late = new PlainClient(url, boardId, ticket)
  try {
    await expect(async () => {
      const all = await Promise.all(drawers.map((drawer) => drawer.rest()))
      const [first, ...others] = all.map(({ records, screen }) => ({ records, screen }))
      expect(all.flatMap(({ complaints }) => complaints)).toEqual([])
      expect(late.isSynced).toBe(true)
      const records: unknown = late.document.getMap('records').toJSON()
      expect(records).not.toEqual({})
      expect(JSON.parse(first?.records ?? '')).toEqual(records)
      for (const other of others) {
        expect(JSON.parse(other.records)).toEqual(records)
        expect(JSON.parse(other.screen)).toEqual(JSON.parse(first?.screen ?? ''))
      }
    }).toPass({ timeout: patience.look })
  } finally {
    late.leave()
  }
}
