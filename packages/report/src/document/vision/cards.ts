import type { Question, VisionContent } from '../../content/content.ts'
import { heading, paragraph } from '../blocks.ts'
import type { Block } from '../blocks.ts'
import { capital, counted, dayOf, groupName } from '../dutch.ts'
import { labelled } from './labels.ts'
import { itemOf } from './item.ts'
import { sentence } from './sentences.ts'

/** What is open: statements that nobody could finish, and the questions of the register. */
export function openQuestions(content: VisionContent): readonly Block[] {
  const open = labelled(content, ['open'])
  const { questions } = content
  return [
    heading(1, 'Open vragen'),
    ...open.flatMap((each) => sentence(each)),
    ...(questions.length === 0
      ? open.length === 0
        ? [paragraph('Er zijn geen open vragen.')]
        : []
      : [register(questions)]),
  ]
}

function register(questions: readonly Question[]): Block {
  return {
    kind: 'table',
    caption: 'Vragen die op de bijeenkomst gesteld zijn',
    columns: [
      { title: 'Vraag', share: 4.6 },
      { title: 'Wie antwoordt', share: 3 },
      { title: 'Antwoord', share: 4.6 },
    ],
    rows: questions.map(({ number, text, owner, due, answer }) => {
      const expected =
        due === null ? 'Nog geen antwoord.' : `Nog geen antwoord. Uiterlijk ${dayOf(due)}.`
      return [`${number}. ${text}`, owner ?? 'Nog niemand', answer ?? expected]
    }),
  }
}

/** The clusters that the vision was made of, and what one group alone had. */
export function clusters({ clusters: all, unique }: VisionContent): readonly Block[] {
  if (all.length === 0 && unique.length === 0) return []
  return [
    heading(1, 'De groepjes'),
    paragraph(
      'Briefjes die bij elkaar horen, liggen in een groepje met een naam. De tekst is die van de schrijvers.',
    ),
    ...all.flatMap(({ name, cards }): readonly Block[] => [
      heading(2, name === '' ? 'Groepje zonder naam' : name),
      { kind: 'list', items: cards.map((card) => itemOf(card)) },
    ]),
    ...(unique.length === 0
      ? []
      : [
          heading(2, 'Uniek: dit noemde één groep'),
          { kind: 'list' as const, items: unique.map((card) => itemOf(card)) },
        ]),
  ]
}

/** What is in no statement, with the honest reason. */
export function notUsed({ notUsed: all, withdrawn }: VisionContent): readonly Block[] {
  const back: readonly Block[] =
    withdrawn === 0
      ? []
      : [
          paragraph(
            capital(
              `${counted(withdrawn, 'briefje is', 'briefjes zijn')} door de schrijvers teruggenomen.`,
            ),
          ),
        ]
  if (all.length === 0) {
    return [
      heading(1, 'Niet gebruikt, omdat …'),
      paragraph('Elk briefje is terug te vinden in een zin.'),
      ...back,
    ]
  }
  return [
    heading(1, 'Niet gebruikt, omdat …'),
    paragraph(
      'Deze briefjes staan in geen enkele zin. Ze zijn niet weg: ze horen bij deze versie.',
    ),
    {
      kind: 'table',
      caption: 'Briefjes die in geen zin staan, en waarom',
      columns: [
        { title: 'Briefje', share: 5 },
        { title: 'Groep', share: 2.4 },
        { title: 'Niet gebruikt, omdat', share: 4.6 },
      ],
      rows: all.map(({ card, why }) => [
        card.text,
        card.group === null ? 'Hele zaal' : groupName(card.group),
        why ?? 'Niemand schreef op waarom.',
      ]),
    },
    ...back,
  ]
}
