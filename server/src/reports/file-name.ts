import type { Session } from '@stip/workshop'
import type { DocumentWanted } from './report-messages.ts'

/** The name a browser gives to a document that is saved, in letters every disk takes. */
export function fileName(
  session: Session,
  { kind, format, number }: DocumentWanted & { readonly number: string },
): string {
  const what = kind === 'vision' ? 'visie' : 'verslag-participatie'
  return named(session, what, `versie-${number}.${format}`)
}

/** The same of the archive of a session. */
export function archiveName(session: Session): string {
  return named(session, 'archief.zip')
}

function named({ course }: Session, ...rest: readonly string[]): string {
  const title = course.title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\W+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80)
  return [title, ...rest].filter((part) => part !== '').join('-')
}
