import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { part } from '../../live/part.ts'
import { later } from '../../ui/notices/later.tsx'
import { isNotesAddress } from './notes-address.ts'

const NotesByAddress = later<{ readonly view: SessionView }>({
  load: async () => (await part(() => import('./notes-by-address.tsx'))).NotesByAddress,
  before: () => null,
})

/** "Waar is mijn briefje?" for who scanned that from the wall. */
export function NotesByAddressLater({ view }: { readonly view: SessionView }): ReactElement | null {
  return isNotesAddress() ? <NotesByAddress view={view} /> : null
}
