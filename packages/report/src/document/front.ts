import type { VisionContent } from '../content/content.ts'
import type { Front } from './blocks.ts'
import { counted, dayOf, momentOf } from './dutch.ts'

/** The first page: what it is, and what it is not. */
export function front(content: VisionContent, below: string): Front {
  const { session, participation, savedAt } = content
  const groups = participation.groups.length
  const present = participation.present.total
  const inGroups = groups === 0 ? '' : `, in ${counted(groups, 'groep', 'groepen')}`
  return {
    above: session.municipality ?? session.agenda,
    title: session.title,
    below,
    facts: [
      { name: 'Bijeenkomst', text: dayOf(session.date) },
      { name: 'Draaiboek', text: session.agenda },
      { name: 'Gemaakt door', text: `${counted(present, 'mens', 'mensen')}${inGroups}` },
      { name: 'Bewaard', text: momentOf(savedAt) },
    ],
    notice: {
      title: 'Dit is nog geen besluit',
      text: [
        'Deze tekst is wat mensen op deze bijeenkomst samen opschreven. Hij bindt niemand.',
        ...decides(content),
        'Bij elke zin staat van welke briefjes hij gemaakt is. Wie er niet mee kan leven, staat er met eigen woorden bij.',
      ],
    },
  }
}

/** What was said beforehand about who decides. */
function decides({ participation }: VisionContent): readonly string[] {
  const said = participation.mandate.find(({ question }) => /beslist/iu.test(question))
  return said?.answer == null ? [] : [said.answer]
}
