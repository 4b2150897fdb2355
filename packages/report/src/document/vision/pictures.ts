import type { VisionContent } from '../../content/content.ts'
import { heading, paragraph } from '../blocks.ts'
import type { Block } from '../blocks.ts'
import { groupName } from '../dutch.ts'

/** What the groups drew, with the description in words. */
export function drawings({ drawings: all }: VisionContent): readonly Block[] {
  if (all.length === 0) return []
  return [
    heading(1, 'De tekeningen'),
    ...all.flatMap(({ group, sentence, description, picture }): readonly Block[] => [
      heading(2, groupName(group)),
      ...(picture === null
        ? []
        : [
            {
              kind: 'figure' as const,
              picture,
              alt:
                description === ''
                  ? `De tekening van groep ${group.letter}. Niemand beschreef haar.`
                  : description,
              caption: sentence,
              isWide: false,
            },
          ]),
      ...(picture === null && sentence !== '' ? [paragraph(sentence)] : []),
      paragraph(description === '' ? 'Niemand beschreef deze tekening in woorden.' : description),
    ]),
  ]
}

/** The boards as they were when the version was saved. */
export function boards({ boards: all }: VisionContent): readonly Block[] {
  const shown = all.flatMap(({ name, picture }) => (picture === null ? [] : [{ name, picture }]))
  if (shown.length === 0) return []
  return [
    heading(1, 'De borden'),
    paragraph('Zo stonden de borden erbij toen deze versie bewaard werd.'),
    ...shown.flatMap(({ name, picture }): readonly Block[] => [
      heading(2, name),
      {
        kind: 'figure',
        picture,
        alt: `${name}, als plaatje. Alle briefjes die gebruikt zijn, staan in dit document ook als tekst.`,
        caption: '',
        isWide: true,
      },
    ]),
  ]
}
