import { aStatement, sterrenveld } from './sterrenveld.ts'
import type { VisionContent } from '../content/content.ts'

/** What people type that a file could take for something else. */
export const oddWords: readonly string[] = [
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x.invalid";"klik")',
  '  +31 6 1234',
  '-1',
  '@SUM(A1)',
  '# geen kop',
  '- geen punt',
  '1. geen nummer',
  '*vet* _schuin_ `code` [link](http://x.invalid) ![beeld](x)',
  'a | b | c',
  'een "aanhaling"; en een puntkomma',
  'eerste regel\ntweede regel',
  'http://x.invalid en www.x.invalid',
  '~~weg~~ &amp; &lt;',
  'één ïï ÿ Œ ž ő ł “citaat” … – €',
  '👍🏽 ja! 🤷‍♀️',
  'مرحبا שלום 你好',
  'w'.repeat(400),
  'tab\ten nul\u0000teken',
]

/** An evening in which people wrote nothing but that. */
export function anOddEvening(): VisionContent {
  const content = sterrenveld()
  const group = { letter: 'A', name: '<b>Brug</b>' }
  const cards = oddWords.map((text, place) => ({ cardId: `c${place}`, text, group }))
  const statements = oddWords.map((text, place) =>
    aStatement({
      id: `z${place}`,
      text,
      sources: cards,
      isWithoutSource: false,
      otherVoices: [{ text, meToo: place }],
      critiques: [{ text, carriedBy: 1, answer: text }],
      consent: { asked: 9, yes: 1, yesBut: 0, no: 0, reasons: [{ answer: 'no', text }] },
    }),
  )
  return {
    ...content,
    statements,
    notUsed: cards.map((card) => ({ card, why: card.text })),
    clusters: oddWords.map((name) => ({ name, cards })),
  }
}

/** An evening of which nothing came. */
export function anEmptyEvening(): VisionContent {
  const content = sterrenveld()
  const nobody = { total: 0, named: [], others: 0 }
  const none = { mandate: [], steps: [], groups: [], present: nobody, notes: 0, keyCards: 0 }
  const nothing = { statements: [], clusters: [], unique: [], notUsed: [], drawings: [] }
  const rest = { questions: [], heard: null, lens: null, boards: [], withdrawn: 0 }
  return { ...content, ...nothing, ...rest, participation: none }
}
