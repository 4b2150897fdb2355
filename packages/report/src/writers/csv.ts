import type { VisionContent } from '../content/content.ts'
import type { Card } from '../content/pieces.ts'
import { labelled } from '../document/vision/labels.ts'
import type { Labelled } from '../document/vision/labels.ts'

const columns = [
  'Versie',
  'Nummer',
  'Lijst',
  'Tekst',
  'Zonder bron',
  'Ja',
  'Ja, maar',
  'Nee, want',
  'Bron',
  'Letter groep',
  'Naam groep',
] as const

const lists = {
  shared: 'Gedeelde zin',
  offer: 'Dit bieden wij',
  ask: 'Dit vragen wij',
  difference: 'Hier verschillen we',
  open: 'Open punt',
} as const

/**
 * Statements and their sources, a row for each source, as a Dutch spreadsheet opens it: semicolons, and the
 * mark by which Excel knows UTF-8.
 */
export function writeCsv(content: VisionContent): Uint8Array {
  const all = labelled(content, ['shared', 'offer', 'ask', 'difference', 'open'])
  const rows = all.flatMap((each) => {
    const { sources } = each.statement
    return sources.length === 0
      ? [rowOf(content, each, undefined)]
      : sources.map((card) => rowOf(content, each, card))
  })
  const lines = [columns, ...rows].map((row) => row.map((cell) => cellOf(cell)).join(';'))
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
}

function rowOf(
  { version }: VisionContent,
  { label, statement }: Labelled,
  source: Card | undefined,
): readonly string[] {
  const { list, text, isWithoutSource, consent } = statement
  const answers = consent === null ? ['', '', ''] : [consent.yes, consent.yesBut, consent.no]
  return [
    version.number,
    label,
    lists[list],
    text,
    isWithoutSource ? 'ja' : 'nee',
    ...answers.map(String),
    source?.text ?? '',
    source?.group?.letter ?? '',
    source?.group?.name ?? '',
  ]
}

/** What a spreadsheet would take for a formula gets an apostrophe before it, and stays words. */
function cellOf(words: string): string {
  const safe = /^\s*[=+\-@|\t\r\n＝＋－＠]/u.test(words) ? `'${words}` : words
  return `"${safe.replaceAll('"', '""')}"`
}
