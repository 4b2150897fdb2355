/** What stands there when the session is over. */
export const nlEnded = {
  title: 'De bijeenkomst is afgelopen',
  thanks: 'Dank je wel voor het meedoen.',
  look: 'Je kunt nog terugkijken. Veranderen kan niet meer.',
  vision: 'Bekijk onze visie',
  board: (name: string) => `Bekijk ${name}`,
} as const
