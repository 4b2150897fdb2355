/** The columns of a table of notes as boards write it, in order. */
export const ownColumns = ['tekst', 'kleur', 'hoofdpunt', 'vak', 'x', 'y'] as const
