import type { VisionContent } from '../../content/content.ts'
import type { Statement, StatementList } from '../../content/statement.ts'
import { heading, paragraph } from '../blocks.ts'
import type { Block } from '../blocks.ts'
import { capital, counted, listed } from '../dutch.ts'
import { labelled } from './labels.ts'
import type { Labelled } from './labels.ts'
import { itemOf } from './item.ts'

/** The vision itself: every sentence with the other voices about it, all of one size. */
export function sentences(content: VisionContent): readonly Block[] {
  const shared = labelled(content, ['shared'])
  return [
    heading(1, 'De visie'),
    ...(shared.length === 0
      ? [paragraph('Er is geen zin die iedereen deelt. Ook dat is een uitkomst.')]
      : shared.flatMap((each) => sentence(each))),
    ...ofList(content, 'offer', 'Dit bieden wij'),
    ...ofList(content, 'ask', 'Dit vragen wij'),
  ]
}

/** Where people differ: kept beside each other, and not averaged. */
export function differences(content: VisionContent): readonly Block[] {
  const found = labelled(content, ['difference'])
  return [
    heading(1, 'Hier verschillen we'),
    ...(found.length === 0
      ? [paragraph('Er is geen verschil opgeschreven.')]
      : [
          paragraph('Hierover werden we het niet eens. We laten het naast elkaar staan.'),
          ...found.flatMap((each) => [...sentence(each), ...cardsOf(each)]),
        ]),
  ]
}

/** A statement in large letters, with where it is from, and the other voices after it. */
export function sentence({ label, statement }: Labelled): readonly Block[] {
  const { text, otherVoices } = statement
  return [
    { kind: 'sentence', label, text, under: origin(statement), isVoice: false },
    ...otherVoices.map((voice): Block => {
      const also = counted(voice.meToo, 'ander zei', 'anderen zeiden')
      return {
        kind: 'sentence',
        label: `Ander geluid bij ${label.toLowerCase()}`,
        text: voice.text,
        under: voice.meToo === 0 ? '' : `${capital(also)}: ik ook`,
        isVoice: true,
      }
    }),
  ]
}

function ofList(content: VisionContent, list: StatementList, title: string): readonly Block[] {
  const found = labelled(content, [list])
  return found.length === 0 ? [] : [heading(2, title), ...found.flatMap((each) => sentence(each))]
}

/** The cards that speak for and against. */
function cardsOf({ statement: { sources } }: Labelled): readonly Block[] {
  return sources.length === 0 ? [] : [{ kind: 'list', items: sources.map((card) => itemOf(card)) }]
}

/** Which groups a statement is from, and of how many cards it is made. */
function origin({ sources, isWithoutSource }: Statement): string {
  if (sources.length === 0) return isWithoutSource ? 'Zonder bron' : 'Geschreven door een groep'
  const letters = [...new Set(sources.flatMap(({ group }) => group?.letter ?? []))].toSorted()
  const cards = `uit ${counted(sources.length, 'briefje', 'briefjes')}`
  if (letters.length === 0) return capital(cards)
  return `Groep ${listed(letters)} · ${cards}`
}
