import { recordMaps } from '@stip/documents'
import { expect } from 'vitest'
import { Drawer } from './drawer.ts'
import type { SimulatedRoom } from './simulated-room.ts'

/** Lets everything arrive, and everybody come to rest. */
function settle(drawers: readonly Drawer[]): void {
  for (const drawer of drawers) {
    drawer.stopTyping()
    drawer.press()
    drawer.connect()
  }
  let rounds = 0
  do {
    for (const drawer of drawers) drawer.line?.deliverAll()
    for (const drawer of drawers) drawer.frame()
    if (rounds++ > 30) throw new Error('The screens keep answering each other.')
  } while (drawers.some(({ line }) => line?.isBusy === true))
}

/** At rest, everybody has and sees the same: each screen, each document, the server, and who comes late. */
export function expectAllEqual(
  room: SimulatedRoom,
  drawers: readonly Drawer[],
  lateClientId: number,
): void {
  const late = new Drawer(room, lateClientId)
  late.connect()
  settle([...drawers, late])
  const records: unknown = recordMaps(room.document).toJSON()
  const shown = late.shown()
  for (const drawer of drawers) {
    expect(recordMaps(drawer.document).toJSON()).toEqual(records)
    expect(drawer.shown()).toEqual(shown)
    expect([...drawer.binding.quarantine]).toEqual([])
    expect(drawer.rejected).toEqual([])
    drawer.look()
  }
  late.look()
  late.leave()
}
