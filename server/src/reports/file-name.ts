import type { Session } from '@stip/workshop'
import type { DocumentWanted } from './report-messages.ts'

/** The name a browser gives to a document that is saved, in letters every disk takes. */
export function fileName(
  { course }: Session,
  { kind, format, number }: DocumentWanted & { readonly number: string },
): string {
  const what = kind === 'vision' ? 'visie' : 'verslag-participatie'
  const title = course.title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\W+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80)
  return [title, what, `versie-${number}.${format}`].filter((part) => part !== '').join('-')
}
