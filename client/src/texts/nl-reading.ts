/** What stands beside a board that is read: on the wall, on phones and on laptops. */
export const nlReading = {
  vision: 'Onze visie',
  drawing: 'De tekening van de groep',
  points: 'Hoofdpunten',
  cards: 'De hoofdpunten van de groepen',
  more: (count: number) => (count === 1 ? 'Nog 1 hoofdpunt' : `Nog ${count} hoofdpunten`),
  page: (page: number, of: number) => `${page} van ${of}`,
  further: (title: string) => `${title} (vervolg)`,
  nothing: 'Hier staat nog niets.',
  toBoard: 'Bekijk het bord',
} as const
