/** Screens without a keyboard, and the facilitator who says what they are. */
export const nlScreens = {
  title: 'Dit scherm koppelen',
  code: 'De code van dit scherm',
  what: 'Begeleider: open de console en kies “Meedoen en links”. Typ daar deze vier cijfers.',
  kinds: 'Dit scherm wordt dan de beamer, of het scherm van een groep.',
  starting: 'Even geduld …',
  gone: 'We krijgen nu geen verbinding. We proberen het steeds opnieuw.',

  pair: {
    title: 'Een scherm koppelen',
    hint: (address: string) => `Open ${address} op het scherm. Typ hier de vier cijfers.`,
    code: 'Cijfers op het scherm',
    as: 'Dit scherm is',
    wall: 'de beamer',
    group: (letter: string, name: string) =>
      name === `Groep ${letter}` ? `het scherm van groep ${letter}` : `${letter} · ${name}`,
    go: 'Koppel',
    incomplete: 'Typ de vier cijfers die op het scherm staan.',
    done: (as: string) => `Gekoppeld. Dit scherm is nu ${as}.`,
  },
} as const
