import type { VisionContent } from '../../content/content.ts'
import type { Consent, Critique, Statement } from '../../content/statement.ts'
import { heading, paragraph } from '../blocks.ts'
import type { Block } from '../blocks.ts'
import { counted, percent, share } from '../dutch.ts'
import { itemOf } from './item.ts'
import { labelled } from './labels.ts'
import type { Labelled } from './labels.ts'

/** Per statement where it comes from, who can live with it, and what people would have changed. */
export function origins(content: VisionContent): readonly Block[] {
  const found = labelled(content, ['shared', 'offer', 'ask'])
  if (found.length === 0) return []
  return [
    heading(1, 'Waar elke zin vandaan komt'),
    paragraph(
      'Elke zin is gemaakt van briefjes. Hier staat van welke, wat de zaal ervan vond en wat er nog aan de zin veranderde.',
    ),
    ...found.flatMap((each) => origin(each)),
  ]
}

function origin({ label, statement }: Labelled): readonly Block[] {
  return [
    heading(2, label),
    paragraph(statement.text),
    ...sourcesOf(statement),
    ...(statement.consent === null ? [] : consent(statement.consent, label)),
    ...critiques(statement.critiques),
  ]
}

/** The cards that a statement is made of. */
function sourcesOf({ sources, isWithoutSource }: Statement): readonly Block[] {
  if (sources.length === 0) {
    return [
      paragraph(
        isWithoutSource
          ? 'Zonder bron: deze zin komt uit geen enkel briefje.'
          : 'Een groep schreef deze zin zelf, op het eigen bord.',
      ),
    ]
  }
  return [heading(3, 'Gemaakt van'), { kind: 'list', items: sources.map((card) => itemOf(card)) }]
}

/** How many can live with a statement, and what they said. */
export function consent(
  { asked, yes, yesBut, no, reasons }: Consent,
  label: string,
): readonly Block[] {
  const answered = yes + yesBut + no
  const row = (answer: string, count: number) => [
    answer,
    String(count),
    { text: percent(count, answered), share: share(count, answered) },
  ]
  return [
    heading(3, 'Kun je hiermee leven?'),
    {
      kind: 'table',
      caption: `Wat mensen antwoordden op ${label.toLowerCase()}`,
      columns: [
        { title: 'Antwoord', share: 3 },
        { title: 'Mensen', share: 2, isNumber: true },
        { title: 'Deel van de antwoorden', share: 5 },
      ],
      rows: [row('Ja', yes), row('Ja, maar …', yesBut), row('Nee, want …', no)],
    },
    {
      kind: 'paragraph',
      isSmall: true,
      text: `${answered} van de ${asked} mensen gaven antwoord.`,
    },
    ...said(reasons),
  ]
}

/** What people said with their answer, those who cannot live with it first. */
function said(reasons: Consent['reasons']): readonly Block[] {
  return (['no', 'yes-but', 'yes'] as const).flatMap((answer): readonly Block[] => {
    const items = reasons.filter((reason) => reason.answer === answer)
    if (items.length === 0) return []
    return [
      heading(3, answers[answer]),
      { kind: 'list', items: items.map(({ text }) => ({ text })) },
    ]
  })
}

const answers = { yes: 'Ja, want …', 'yes-but': 'Ja, maar …', no: 'Nee, want …' } as const

function critiques(all: readonly Critique[]): readonly Block[] {
  if (all.length === 0) return []
  const items = all.map(({ text, carriedBy, answer }) => ({
    text: carriedBy < 2 ? text : `${text} (${counted(carriedBy, 'mens', 'mensen')})`,
    answer: answer ?? 'Hierop kwam geen antwoord. De opmerking blijft staan.',
  }))
  return [heading(3, 'Wat mensen wilden veranderen'), { kind: 'list', items }]
}
