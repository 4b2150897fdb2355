/** What a person reads in the parts of the list that come when they are asked for. */
export const nlOutlineLater = {
  cancel: 'Annuleer',
  move: {
    label: 'Naar welk vak?',
    submit: 'Verplaats',
    none: 'Hier hoort iets te komen te staan.',
    done: (text: string, section: string) => `${text} staat nu in ${section}.`,
  },
  connect: {
    label: 'Waarheen gaat de pijl?',
    words: 'Wat staat er bij de pijl? (mag leeg)',
    submit: 'Verbind',
    none: 'Er is nog niets anders om mee te verbinden.',
    done: (text: string) => `Er loopt nu een pijl naar ${text}.`,
  },
  deleted: {
    title: (count: number) => `Verwijderd (${count})`,
    putBack: 'Zet terug',
    done: (text: string) => `Teruggezet: ${text}`,
  },
} as const
