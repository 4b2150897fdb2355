import { checkUpdate, limits, totalLimits } from '@stip/documents'
import type { TotalLimits } from '@stip/documents'
import type { Gateway } from '@stip/sync/room'

/**
 * What may enter a board: anything that leaves it a board that everybody can open.
 *
 * @param takesImages - Whether photos may be put on this board now.
 * @param takesOnlyNotes - Whether participants may put nothing but notes on it now.
 * @param totals - What it may come to in all.
 */
export function gatewayOf(
  takesImages: () => boolean,
  takesOnlyNotes: () => boolean,
  totals: TotalLimits = totalLimits,
): Gateway {
  return (doc, update, { identity }, ownerOf) => {
    const writer = identity === 'facilitator' ? 'facilitator' : 'person'
    return checkUpdate(doc, update, writer, {
      ...limits,
      refusesImages: !takesImages(),
      takesOnlyNotes: writer === 'person' && takesOnlyNotes(),
      totals,
      share: { identity, ownerOf, isBounded: writer === 'person' },
    })
  }
}
