/** What people read about hands. */
export const nlHands = {
  raise: 'Hand op',
  notUp: 'Je hand ging niet op. Wil je nog iets zeggen? Druk dan opnieuw.',
  stillUp: 'Je hand is nog op. Druk opnieuw om hem omlaag te doen.',
  notLowered: 'De hand is nog op. Probeer het nog eens.',
  title: (count: number) => (count === 1 ? '1 hand op' : `${count} handen op`),
  someone: 'Iemand',
  someoneOf: (letter: string) => `Iemand uit groep ${letter}`,
  minutes: (minutes: number) => (minutes < 1 ? 'net' : `${minutes} min`),
  lower: (who: string) => `Hand omlaag: ${who}`,
  lowerAll: 'Alle handen omlaag',
  showAll: (count: number) => `Toon alle ${count}`,
  showFewer: 'Toon minder',
} as const
