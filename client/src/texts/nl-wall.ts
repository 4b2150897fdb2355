/** What stands on the wall. */
export const nlWall = {
  scan: 'Scan met je telefoon',
  orType: 'Of ga naar',
  andCode: 'en typ de code',
  qr: (address: string) => `QR-code naar ${address}`,
  peopleIn: (count: number) => (count === 1 ? '1 persoon doet mee' : `${count} mensen doen mee`),
  together: 'Samen',
  vision: 'Onze visie',
  ended: 'Dank jullie wel',
  late: 'Later binnen?',
  groups: 'Groepen',
  people: (count: number) => (count === 1 ? '1 persoon' : `${count} mensen`),
} as const
