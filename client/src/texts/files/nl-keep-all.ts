/** What of a board may be missing from the file with everything. */
export type KeptPart = 'picture' | 'data' | 'tldraw'

const parts: Record<KeptPart, string> = {
  picture: 'de afbeelding',
  data: 'de bladzijden (PDF), de gegevens en de tabel',
  tldraw: 'het tldraw-bestand',
}

/** Everything about saving all boards at once. */
export const nlKeepAll = {
  open: 'Bewaar alles',
  title: 'Bewaar alles',
  explain:
    'Alle borden in één bestand (zip). Met bladzijden om te lezen (PDF), een tabel, afbeeldingen en alle gegevens.',
  again: 'Probeer nog eens',
  close: 'Sluit',
  stop: 'Stop',
  board: (number: number, total: number, name: string) => `Bord ${number} van ${total}: ${name} …`,
  packing: 'Het bestand wordt gemaakt …',
  done: 'Klaar. Het bestand staat bij je downloads.',
  partly: 'Het bestand staat bij je downloads, maar niet alles zit erin. Dit ontbreekt:',
  missing: (board: string, part: KeptPart) => `${board}: ${parts[part]}`,
  stopped: 'Gestopt. Er is niets bewaard.',
  failed: 'Dit is niet gelukt; er is niets bewaard. Kijk of je verbinding hebt.',
  fileName: (title: string) => `${title} - alles`,
  files: {
    readMe: 'LEESMIJ.txt',
    pages: 'alle-borden.pdf',
    table: 'alle-borden.csv',
    pictures: 'afbeeldingen',
    data: 'gegevens',
    tldraw: 'tldraw',
  },
  readMe: (title: string, day: string, boards: readonly string[], missing: readonly string[]) =>
    [
      title,
      `Bewaard op ${day}`,
      '',
      'In deze map:',
      '- alle-borden.pdf: om te lezen en te printen op A4. Eerst de visie, dan elke groep stap voor stap.',
      '- alle-borden.csv: alle teksten als tabel, voor Excel of LibreOffice. In de volgorde van de avond.',
      '  Met bord, groep, stap, vak en of het een hoofdpunt is.',
      '- afbeeldingen: elk bord als plaatje (PNG), om te versturen.',
      '- gegevens: elk bord voor andere programma’s (JSON), met de letters van de groepen.',
      '- tldraw: elk bord om later weer op een bord te zetten, in Stip of op tldraw.com.',
      '',
      'Dit zijn de borden:',
      ...boards.map((board) => `- ${board}`),
      '',
      ...(missing.length === 0
        ? []
        : ['Dit is niet gelukt en ontbreekt:', ...missing.map((each) => `- ${each}`), '']),
      'Op “Alle borden naast elkaar” staan kopieën van de andere borden. Die staan niet nog eens in de PDF',
      'en de tabel.',
      'Bij briefjes staat geen naam. Let op met wie je dit bestand deelt.',
      '',
    ].join('\r\n'),
  empty: (board: string) => `${board} (leeg)`,
} as const
