/** Everything about a remark that the facilitator takes away. */
export const nlTakeAway = {
  open: 'Weghalen …',
  title: 'Haal dit weg',
  explain:
    'Het verdwijnt meteen van alle schermen, ook uit de Prullenbak en uit eerdere momenten. Wie het schreef, leest waarom en mag het anders opschrijven. Jij ziet niet wie dat is.',
  why: 'Waarom?',
  reasons: [
    'Hierin herken je iemand.',
    'Hierin staat iets wat privé is.',
    'Dit kan iemand kwetsen.',
  ],
  other: 'Iets anders:',
  otherLabel: 'Je reden, voor wie het schreef',
  noNames: 'Schrijf geen namen op.',
  take: 'Haal weg',
  cancel: 'Toch niet',
  done: 'Weggehaald van alle schermen.',
  list: (count: number) => `Weggehaald (${count})`,
  putBack: 'Zet terug',
  putBackLong: (reason: string) => `Zet terug: ${reason}`,
  told: 'De begeleider haalde iets weg dat jij schreef.',
  reason: (reason: string) => `De reden: ${reason}`,
  again: 'Niemand leest hier dat jij het was. Schrijf het gerust anders op.',
  understood: 'Begrepen',
} as const
