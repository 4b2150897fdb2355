import { checkUpdate, limits } from '@stip/documents'
import type { Gateway } from '@stip/sync/room'

/**
 * What may enter a board: anything that leaves it a board that everybody can open.
 *
 * @param takesImages - Whether photos may be put on this board now.
 */
export function gatewayOf(takesImages: () => boolean): Gateway {
  return (doc, update, member) =>
    checkUpdate(doc, update, member.identity === 'facilitator' ? 'facilitator' : 'person', {
      ...limits,
      refusesImages: !takesImages(),
    })
}
