/** Words about texts that were changed here and in a group as well. */
export const nlConflicts = {
  title: (count: number) =>
    count === 1
      ? 'Eén tekst is hier én in de groep veranderd'
      : `${count} teksten zijn hier én in een groep veranderd`,
  ours: 'Onze tekst',
  theirs: (letter: string) => `Tekst van groep ${letter}`,
  empty: '(geen tekst)',
  keep: 'Houd onze tekst',
  keepLong: (words: string) => `Houd onze tekst: ${words}`,
  take: (letter: string) => `Neem tekst van groep ${letter}`,
  takeLong: (letter: string, words: string) => `Neem tekst van groep ${letter}: ${words}`,
} as const
