/** Words of the document (PDF) that is made of boards. */
export const nlDocument = {
  vision: 'Onze visie',
  visionBoard: 'Zo kwam de visie tot stand',
  chosen: 'De hoofdpunten van de groepen',
  keyCards: 'Hoofdpunten',
  keyCard: 'hoofdpunt',
  others: 'Overige briefjes',
  rest: 'Buiten de vakken',
  group: (letter: string) => `Groep ${letter}`,
  drawing: (title: string) => (title === '' ? 'Tekening' : `Tekening: ${title}`),
  further: (title: string) => `${title} (vervolg)`,
  toward: (words: string) => `Pijl naar: ${words}`,
  steps: (first: string, last: string) => `stap ${first} – ${last}`,
  page: (page: number, of: number) => `Bladzijde ${page} van ${of}`,
  saved: (day: string) => `Bewaard op ${day}`,
  begins: (page: number) => `: blz. ${page}`,
} as const
