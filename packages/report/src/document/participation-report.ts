import type { VisionContent } from '../content/content.ts'
import { heading, paragraph } from './blocks.ts'
import type { Block, Document } from './blocks.ts'
import { colophon } from './colophon.ts'
import { capital, counted, groupName, listed, percent, share } from './dutch.ts'
import { front } from './front.ts'
import { notUsed, openQuestions } from './vision/cards.ts'
import { labelled } from './vision/labels.ts'
import { lens } from './vision/lens.ts'
import { consent } from './vision/origins.ts'
import { differences, sentence } from './vision/sentences.ts'

/**
 * The participation report (verslag van de participatie), as a participation ordinance asks for it: how the
 * participation was done, who took part, what was adopted, what was not and why, and how they judged it.
 */
export function participationReport(content: VisionContent, hash: string): Document {
  const { version, session, savedAt } = content
  return {
    front: front(content, `Verslag van de participatie, bij versie ${version.number} van de visie`),
    foot: `${session.title} · verslag van de participatie · versie ${version.number}`,
    savedAt,
    blocks: [
      ...why(content),
      ...how(content),
      ...who(content),
      ...adopted(content),
      ...notUsed(content),
      ...differences(content),
      ...openQuestions(content),
      ...judged(content),
      ...colophon(content, hash),
    ],
  }
}

function why({ participation }: VisionContent): readonly Block[] {
  return [
    heading(1, 'Waarover mensen konden meepraten'),
    ...(participation.mandate.length === 0
      ? [paragraph('Dit is vooraf niet opgeschreven.')]
      : participation.mandate.flatMap(({ question, answer }) => [
          heading(2, question),
          paragraph(answer ?? 'Dat weten we nog niet.'),
        ])),
  ]
}

function how({ participation, session }: VisionContent): readonly Block[] {
  const { steps, groups, notes, keyCards } = participation
  const minutes = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0)
  return [
    heading(1, 'Hoe het ging'),
    paragraph(
      `De bijeenkomst volgde het draaiboek “${session.agenda}”, in ${counted(steps.length, 'stap', 'stappen')}. ${capital(counted(notes, 'briefje is', 'briefjes zijn'))} geschreven; daaruit kozen de groepen ${counted(keyCards, 'hoofdpunt', 'hoofdpunten')}. Namen stonden er niet bij.`,
    ),
    ...(steps.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: minutes === 0 ? 'De stappen' : `De stappen, samen ${minutes} minuten`,
            columns: [
              { title: 'Stap', share: 5 },
              { title: 'Minuten', share: 2, isNumber: true },
            ],
            rows: steps.map((step) => [
              step.title,
              step.minutes === null ? '–' : String(step.minutes),
            ]),
          },
        ]),
    ...(groups.length === 0
      ? []
      : [
          paragraph(
            `De groepen waren ${listed(groups.map((group) => `${groupName(group)} (${group.people})`))}.`,
          ),
        ]),
  ]
}

function who({ participation }: VisionContent): readonly Block[] {
  const { total, named, others } = participation.present
  const rows = [
    ...named.map(({ role, people }) => ({ role, people })),
    ...(named.length > 0 && others > 0 ? [{ role: 'Andere rollen samen', people: others }] : []),
  ]
  return [
    heading(1, 'Wie meededen'),
    paragraph(`Er waren ${counted(total, 'mens', 'mensen')}. Iedereen koos zelf een rol.`),
    rows.length === 0
      ? paragraph('Per rol is hier niets te vertellen zonder dat mensen herkenbaar worden.')
      : {
          kind: 'table',
          caption: 'Mensen per rol',
          columns: [
            { title: 'Rol', share: 4 },
            { title: 'Mensen', share: 2, isNumber: true },
            { title: 'Deel van de zaal', share: 5 },
          ],
          rows: rows.map(({ role, people }) => [
            role,
            String(people),
            { text: percent(people, total), share: share(people, total) },
          ]),
        },
  ]
}

function adopted(content: VisionContent): readonly Block[] {
  const found = labelled(content, ['shared', 'offer', 'ask'])
  return [
    heading(1, 'Wat is overgenomen'),
    paragraph('Dit staat in de visie. Elke zin is gemaakt van wat mensen opschreven.'),
    ...found.flatMap((each) => sentence(each)),
  ]
}

function judged(content: VisionContent): readonly Block[] {
  const asked = labelled(content, ['shared', 'offer', 'ask', 'difference'])
  return [
    heading(1, 'Wat deelnemers van de zinnen vinden'),
    ...asked.flatMap(({ label, statement }) =>
      statement.consent === null ? [] : [heading(2, label), ...consent(statement.consent, label)],
    ),
    ...lens(content),
  ]
}
