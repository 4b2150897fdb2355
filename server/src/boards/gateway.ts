import { checkUpdate, limits } from '@stip/documents'
import type { Gateway } from '@stip/sync/room'

/**
 * What may enter a board: anything that leaves it a board that everybody can open.
 *
 * @param takesImages - Whether photos may be put on this board now.
 * @param takesOnlyNotes - Whether participants may put nothing but notes on it now.
 */
export function gatewayOf(takesImages: () => boolean, takesOnlyNotes: () => boolean): Gateway {
  return (doc, update, member) => {
    const writer = member.identity === 'facilitator' ? 'facilitator' : 'person'
    return checkUpdate(doc, update, writer, {
      ...limits,
      refusesImages: !takesImages(),
      takesOnlyNotes: writer === 'person' && takesOnlyNotes(),
    })
  }
}
