/** What everybody reads before they are in: home, and joining. */
export const nlStart = {
  home: {
    sentence: 'Teken samen de stip op de horizon van je gemeente.',
    join: 'Doe mee',
    joinHint: 'Typ de code van het scherm in de zaal.',
    start: 'Begin een bijeenkomst',
    startHint: 'Voor wie de avond begeleidt.',
    format: 'Welk draaiboek gebruik je?',
    formatFacts: (steps: number, minutes: number) => `${steps} stappen · ${hours(minutes)}`,
    sessionTitle: 'Hoe heet de bijeenkomst?',
    sessionTitleHint: 'Bijvoorbeeld: Visie Sterrenveld',
    groupCount: 'Hoeveel groepen?',
    create: 'Maak de bijeenkomst',
    creating: 'Even geduld …',
    titleMissing: 'Geef de bijeenkomst een naam.',
    continue: 'Verder met',
    noFormats: 'De draaiboeken zijn niet geladen. Probeer het zo weer.',
    roles: {
      participant: 'deelnemer',
      facilitator: 'begeleider',
      observer: 'meekijker',
      wall: 'beamer',
    },
    ended: 'afgelopen',
    screen: 'Dit is een scherm in de zaal (beamer of groepsscherm)',
  },

  code: {
    label: 'Code',
    placeholder: 'K7QF-2M9P',
    go: 'Verder',
    incomplete: 'Een code heeft 8 letters en cijfers. Kijk nog eens op het scherm.',
  },

  join: {
    title: 'Doe mee',
    codeQuestion: 'Wat is de code?',
    codeHint: 'Je ziet de code op het scherm in de zaal.',
    nameQuestion: 'Hoe mogen we je noemen?',
    nameLabel: 'Je naam',
    nameHint: 'Je mag dit leeg laten.',
    roleQuestion: 'Wie ben je vanavond?',
    roleHint: 'Zo maken we groepen waarin iedereen zit.',
    next: 'Verder',
    back: 'Terug',
    join: 'Doe mee',
    joining: 'Even geduld …',
    step: (step: number, of: number) => `Stap ${step} van ${of}`,
    alreadyIn: 'Je doet al mee op dit apparaat.',
    continue: 'Ga verder',
    roleMissing: 'Kies wie je vanavond bent.',
  },
} as const

/** '5 uur', '2 uur en 10 minuten', '45 minuten'. */
function hours(minutes: number): string {
  const rest = minutes % 60
  const whole = Math.floor(minutes / 60)
  if (whole === 0) return `${rest} minuten`
  return rest === 0 ? `${whole} uur` : `${whole} uur en ${rest} minuten`
}
