import type { VisionContent } from '../../content/content.ts'
import type { Card } from '../../content/pieces.ts'
import type { StatementList } from '../../content/statement.ts'
import { differenceOf } from '../../difference/difference.ts'
import type { StatementDifference } from '../../difference/difference.ts'
import type { WordPart } from '../../difference/words.ts'
import { heading, paragraph } from '../blocks.ts'
import type { Block } from '../blocks.ts'
import { capital, counted, groupName } from '../dutch.ts'
import { labelOf } from './labels.ts'

/** What changed since the version before, statement by statement. */
export function changes(before: VisionContent, after: VisionContent): readonly Block[] {
  const { statements, same } = differenceOf(before, after)
  const title = `Wat er veranderd is sinds versie ${before.version.number}`
  if (statements.length === 0) {
    return [heading(1, title), paragraph('Alle zinnen zijn gebleven zoals ze waren.')]
  }
  return [
    heading(1, title),
    paragraph(
      `${capital(counted(same, 'zin is', 'zinnen zijn'))} gebleven zoals ${same === 1 ? 'die was' : 'ze waren'}.`,
    ),
    ...statements.flatMap((each) => change(each, before, after)),
  ]
}

function change(
  difference: StatementDifference,
  before: VisionContent,
  after: VisionContent,
): readonly Block[] {
  const { statement, kind } = difference
  if (kind === 'added') {
    return [heading(2, `${labelOf(after, statement)}: nieuw`), paragraph(statement.text)]
  }
  if (kind === 'removed') {
    const label = labelOf(before, statement)
    return [heading(2, `${label} van de vorige versie: weg`), paragraph(statement.text)]
  }
  const { words, from, sourcesAdded, sourcesRemoved } = difference
  const items = [
    ...(from === undefined
      ? []
      : [{ text: `Stond eerst bij “${lists[from]}”, en nu bij “${lists[statement.list]}”.` }]),
    ...sourcesAdded.map((card) => ({ from: `Bron erbij, ${ofGroup(card)}`, text: card.text })),
    ...sourcesRemoved.map((card) => ({ from: `Bron eraf, ${ofGroup(card)}`, text: card.text })),
  ]
  return [
    heading(2, `${labelOf(after, statement)}: veranderd`),
    ...(words === undefined ? [paragraph(statement.text)] : [paragraph(marked(words))]),
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
  ]
}

/** A text with what came and what went in words: no colour or line has to be seen for it. */
function marked(words: readonly WordPart[]): string {
  const marks = { kept: '', removed: 'weg: ', added: 'nieuw: ' }
  return words
    .map(({ kind, text }) => {
      if (kind === 'kept' || text.trim() === '') return text
      const [, start = '', , end = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? []
      return `${start}[${marks[kind]}${text.trim()}]${end}`
    })
    .join('')
}

function ofGroup({ group }: Card): string {
  return group === null ? 'hele zaal' : `groep ${groupName(group)}`
}

const lists: Readonly<Record<StatementList, string>> = {
  shared: 'De visie',
  offer: 'Dit bieden wij',
  ask: 'Dit vragen wij',
  difference: 'Hier verschillen we',
  open: 'Open vragen',
}
