import type { VisionContent } from '../../content/content.ts'
import { heading } from '../blocks.ts'
import type { Block } from '../blocks.ts'
import { percent, share } from '../dutch.ts'

/** "Hoor je jezelf terug?": how many gave how many points. */
export function heard({ asked, points }: NonNullable<VisionContent['heard']>): readonly Block[] {
  const answered = points.reduce((sum, count) => sum + count, 0)
  const ends = new Map([
    [0, '1 (helemaal niet)'],
    [4, '5 (helemaal)'],
  ])
  return [
    heading(2, 'Hoor je jezelf terug?'),
    {
      kind: 'table',
      caption: 'Hoor je jezelf terug in de visie? Van 1 tot 5',
      columns: [
        { title: 'Punten', share: 3 },
        { title: 'Mensen', share: 2, isNumber: true },
        { title: 'Deel van de antwoorden', share: 5 },
      ],
      rows: points.map((count, place) => [
        ends.get(place) ?? String(place + 1),
        String(count),
        { text: percent(count, answered), share: share(count, answered) },
      ]),
    },
    {
      kind: 'paragraph',
      isSmall: true,
      text: `${answered} van de ${asked} mensen gaven antwoord.`,
    },
  ]
}
