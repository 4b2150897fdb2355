import type { StoredRecord } from '@stip/board'
import type { Session } from '@stip/workshop'

/** Whether the photo at an address was taken away: nobody is given it, until it is put back. */
export function isPhotoTakenAway({ takenAway }: Session, address: string): boolean {
  return takenAway.some(({ records }) =>
    records.some(({ stored }) => {
      const { record } = stored as unknown as StoredRecord
      return record.typeName === 'asset' && record.props['src'] === address
    }),
  )
}
