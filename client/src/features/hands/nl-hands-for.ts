/** What a scribe reads about the hands of others. */
export const nlHandsFor = {
  title: 'Hand op voor wie geen telefoon heeft',
  raise: 'Hand op',
  number: (number: number) => `Deelnemer ${number}`,
  notChanged: 'Dat lukte niet. Probeer het nog eens.',
} as const
