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
  otherVoice: (also: number) => `Ander geluid${also === 0 ? '' : ` · ${also} × “Ik ook”`}`,
  /** Where the sentence itself stands on the page before. */
  otherVoiceAbout: (also: number, words: string) =>
    `Ander geluid bij “${words}”${also === 0 ? '' : ` · ${also} × “Ik ook”`}`,
  drawings: 'De stippen van de groepen',
  over: 'Over elkaar',
  drawingOf: (letter: string, name: string, description: string) =>
    `De tekening van groep ${letter}, ${name}.${description === '' ? '' : ` ${description}`}`,
  where: 'Waar is mijn briefje?',
  whereHow: 'Scan met de telefoon waarmee je meedeed. Je ziet per briefje wat ermee gebeurde.',
  whereElse: 'Of druk op je eigen scherm op “Waar is mijn briefje?”',
  whereQr: (address: string) => `QR-code naar ${address}`,
  saved: (number: string) => `Versie ${number} is bewaard. Dit is nog geen besluit.`,
  toBoard: 'Bekijk het bord',
} as const
