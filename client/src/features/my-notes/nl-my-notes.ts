import type { MyNote } from '@stip/api'

/** What people read about what became of their notes. */
export const nlMyNotes = {
  title: 'Waar is mijn briefje?',
  short: 'Mijn briefje?',
  private: 'Alleen jij ziet deze lijst. Bij je antwoord staat geen naam.',
  close: 'Sluit',
  loading: 'Even kijken waar je briefjes zijn …',
  failed: 'We konden je briefjes niet vinden.',
  again: 'Probeer opnieuw',
  none: 'Je schreef nog geen briefje op het bord van een groep. Schrijf er een, dan zie je hier wat ermee gebeurt.',
  count: (count: number) => (count === 1 ? '1 briefje van jou' : `${count} briefjes van jou`),
  noWords: 'Een briefje',
  picture: 'Een foto',
  board: (letter: string) => (letter === '' ? 'bord van je groep' : `bord van groep ${letter}`),
  onVision: 'op de visie',
  stack: (letters: readonly string[], count: number) =>
    letters.length > 1
      ? `op een stapel van ${together(letters)}`
      : `op een stapel van ${count} briefjes`,
  cluster: (name: string) => (name === '' ? 'een groepje zonder naam' : `groepje ‘${name}’`),
  statements: (count: number) => (count === 1 ? '1 zin' : `${count} zinnen`),
  versions: (numbers: readonly string[]) =>
    `${numbers.length === 1 ? 'versie' : 'versies'} ${together(numbers)}`,
  states: {
    'on-board': 'Het staat op het bord van je groep. Het kwam niet in de visie.',
    'on-vision': 'Het ligt op de visie. Er is geen zin van gemaakt.',
    'in-statement': '',
    withdrawn: 'Het is ingetrokken: het staat niet meer op het bord of de visie.',
    'taken-away': 'De begeleider haalde dit briefje weg.',
  } satisfies Readonly<Record<MyNote['state'], string>>,
  takenOut: 'Jij haalde het uit de visie.',
  notUsed: (why: string) => `Niet gebruikt, omdat: ${why}`,
  lists: {
    shared: 'Uit jouw briefje is deze zin gemaakt:',
    offer: 'Uit jouw briefje is gemaakt, bij ‘Dit bieden wij’:',
    ask: 'Uit jouw briefje is gemaakt, bij ‘Dit vragen wij’:',
    difference: 'Jouw briefje staat bij ‘Hier verschillen we’:',
    open: 'Jouw briefje staat bij ‘Nog uitzoeken’:',
  } satisfies Readonly<Record<MyNote['statements'][number]['list'], string>>,
  outOf: 'Dit komt niet meer uit jouw briefje:',
  question: 'Past dit bij wat jij bedoelde?',
  answers: { right: 'Klopt', different: 'Anders …', 'take-away': 'Haal weg' },
  said: {
    right: 'Jij zei: klopt.',
    different: (text: string) => `Jij zei: anders. “${text}”`,
    'take-away': 'Jij haalde je briefje hier weg.',
  },
  different: 'Hoe moet het anders?',
  differentHint: 'Schrijf geen namen op.',
  send: 'Stuur',
  cancel: 'Laat maar',
  sending: 'Even geduld …',
  notSent: 'Je antwoord is niet aangekomen. Probeer het opnieuw.',
} as const

function together(all: readonly string[]): string {
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} en ${all.at(-1)}`
}
