import { checkUpdate } from '@stip/documents'
import type { Gateway } from '@stip/sync/room'

/** What may enter a board: anything that leaves it a board that everybody can open. */
export const gateway: Gateway = (doc, update, member) =>
  checkUpdate(doc, update, member.identity === 'facilitator' ? 'facilitator' : 'person')
