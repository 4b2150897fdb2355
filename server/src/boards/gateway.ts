import { checkInSteps, checkUpdate, updateInParts } from '@stip/documents'
import type { TotalLimits, WorkLimits } from '@stip/documents'
import { frameLimits } from '@stip/sync/protocol'
import type { Gateway } from '@stip/sync/room'
import type * as Y from 'yjs'

/**
 * What may enter a board: anything that leaves it a board that everybody can open.
 *
 * @param takesImages - Whether photos may be put on this board now.
 * @param takesOnlyNotes - Whether participants may put nothing but notes on it now.
 * @param limits - What it may come to in all, and one update; as usual where left out.
 */
export function gatewayOf(
  takesImages: () => boolean,
  takesOnlyNotes: () => boolean,
  limits: { readonly totals?: TotalLimits; readonly work?: WorkLimits } = {},
): Gateway {
  const judged = ([doc, update, { identity }, ownerOf]: Parameters<Gateway>): Parameters<
    typeof checkInSteps
  > => {
    const writer = identity === 'facilitator' ? 'facilitator' : 'person'
    return [
      doc,
      update,
      writer,
      {
        // The room takes no more than 1 MB of who was not asked.
        updateBytes: frameLimits.answer,
        refusesImages: !takesImages(),
        takesOnlyNotes: writer === 'person' && takesOnlyNotes(),
        ...limits,
        share: { identity, ownerOf, isBounded: writer === 'person' },
      },
    ]
  }
  return Object.assign((...asked: Parameters<Gateway>) => checkUpdate(...judged(asked)), {
    inSteps: (...asked: Parameters<Gateway>) => checkInSteps(...judged(asked)),
    inParts: (update: Uint8Array, doc: Y.Doc) => updateInParts(update, doc),
  })
}
