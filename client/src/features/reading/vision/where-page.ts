import type { SessionView } from '@stip/api'
import type { VisionPage } from './vision-pages.ts'

/** Behind the vision, once a version of it is saved: where everybody finds what became of their notes. */
export const wherePage: VisionPage = { kind: 'where', said: [], below: [] }

/** Whether the wall can lead people to what became of their notes. */
export function leadsToNotes({
  versions = [],
  joinUrl,
}: Pick<SessionView, 'versions' | 'joinUrl'>): boolean {
  return versions.length > 0 && joinUrl !== undefined
}

/** Where somebody who takes part finds their notes, at the address at which people joined. */
export function notesAddress({ id, joinUrl }: Pick<SessionView, 'id' | 'joinUrl'>): string {
  const [base = ''] = (joinUrl ?? '').split('/doe-mee')
  return `${base}/s/${id}/meedoen#mijn-briefjes`
}
