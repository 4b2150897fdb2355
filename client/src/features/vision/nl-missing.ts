import type { MissingAnswer } from '@stip/api'

/** Words of the search for what is in no sentence. */
export const nlMissing = {
  open: 'Wat ontbreekt?',
  openLong: 'Zoek briefjes die in geen enkele zin terug te vinden zijn',
  title: 'Niet terug te vinden in de visie',
  close: 'Sluiten',
  looking: 'Stip leest alle borden …',
  looked: ({ notes, statements }: MissingAnswer) =>
    `${notesIn(notes)} vergeleken met ${statements === 1 ? '1 zin' : `${statements} zinnen`}`,
  again: 'Zoek opnieuw',
  hint: 'Stip vergelijkt woorden. Of er echt iets ontbreekt, zie je zelf.',
  /** What is true when no point is missing; it says no more than that. */
  verdict: ({ statements, notes, used, explained, others }: MissingAnswer) => {
    if (notes === 0) return 'Er staan nog geen briefjes op de borden.'
    if (statements === 0) return 'Er is nog geen zin. Schrijf er een, en kijk dan wat ontbreekt.'
    if (used === notes) return 'Elk punt van het bord staat in een zin.'
    if (others.length > 0)
      return 'Geen punt van meer briefjes ontbreekt. Lees nog wel wat los staat.'
    return used + explained === notes
      ? 'Elk punt van het bord staat in een zin, of er staat bij waarom niet.'
      : 'Elk punt van het bord lijkt terug te komen in een zin. Lees zelf na of het klopt.'
  },
  point: (count: number, name: string) =>
    name === '' ? notesIn(count) : `${notesIn(count)} over: ${name}`,
  others: (count: number) => (count === 1 ? '1 los briefje' : `${count} losse briefjes`),
  onBoard: 'nog niet op de visie',
  bring: (count: number) =>
    count === 1 ? 'Breng het briefje naar de visie' : `Breng ${count} briefjes naar de visie`,
  bringLong: 'Daarna kun je ze achter een zin zetten, of zeggen waarom niet.',
  toStatement: (count: number) => (count === 1 ? 'Achter zin' : `Alle ${count} achter zin`),
  explain: 'Niet gebruikt, omdat …',
} as const

function notesIn(count: number): string {
  return count === 1 ? '1 briefje' : `${count} briefjes`
}
