import type { FileRefusal } from '@stip/documents/files'

/** "1 ding", "3 dingen". */
function things(count: number): string {
  return count === 1 ? '1 ding' : `${count.toLocaleString('nl-NL')} dingen`
}

const refusals: Record<FileRefusal, (count: string) => string> = {
  'not-readable': () =>
    'Dit bestand kunnen we niet lezen. Misschien is het kapot, of van een ander soort. Kies een ander bestand.',
  newer: () =>
    'Dit bestand komt uit een nieuwere versie van tldraw. Bewaar het daar in een oudere vorm.',
  'too-large': () => 'Dit bestand is te groot. Kies er een van hooguit 40 MB.',
  'too-many': (count) =>
    `In dit bestand staan ${count} dingen. Op een bord passen er 4.000. Maak het bestand kleiner.`,
  empty: () => 'In dit bestand staat niets dat op een bord past.',
}

/** Everything about boards that come in and go out. */
export const nlInOut = {
  takeHome: 'Meenemen als',
  png: 'Afbeelding (PNG)',
  svg: 'Tekening (SVG)',
  pdf: 'Document (PDF)',
  csv: 'Tabel van briefjes (CSV)',
  tldr: 'tldraw-bestand',
  json: 'Gegevens (JSON)',
  empty: 'Dit bord is nog leeg.',
  bringIn: 'Op het bord zetten',
  file: 'Bestand kiezen …',
  lines: 'Regels plakken …',
  fileHint: 'tldraw, Excalidraw, CSV of tekst',
  saving: 'Het bestand wordt gemaakt …',
  saveFailed: 'Dit is niet gelukt. Kijk of je verbinding hebt en probeer het nog eens.',
  title: (name: string) => `${name} op het bord zetten`,
  reading: 'Het bestand wordt gelezen …',
  uploading: (done: number, total: number) => `Foto ${done} van ${total} wordt verstuurd …`,
  placing: (done: number, total: number) =>
    `${done.toLocaleString('nl-NL')} van ${total.toLocaleString('nl-NL')} geplaatst …`,
  cancel: 'Stop',
  cancelled: 'Gestopt. Er is niets op het bord gezet.',
  done: (count: number) => `${things(count)} op het bord gezet.`,
  leftOut: (count: number) =>
    count === 1
      ? '1 ding past niet op een bord en is weggelaten.'
      : `${count} dingen passen niet op een bord en zijn weggelaten.`,
  imagesOff: (count: number) =>
    `Foto’s staan uit, dus ${count === 1 ? '1 foto is' : `${count} foto’s zijn`} weggelaten.`,
  imagesFailed: (count: number) =>
    count === 1
      ? '1 foto kon niet worden verstuurd.'
      : `${count} foto’s konden niet worden verstuurd.`,
  undoHint: 'Toch niet? Met ‘Haal weer weg’ is het bord weer zoals het was.',
  undo: 'Haal weer weg',
  undone: 'Weggehaald. Het bord is weer zoals het was.',
  ready: 'Klaar',
  close: 'Sluit',
  refused: (refusal: FileRefusal, count: number | undefined) =>
    refusals[refusal]((count ?? 0).toLocaleString('nl-NL')),
  boardFull: (room: number, count: number) =>
    `Dit past niet meer op het bord: er is plaats voor ${things(room)}, en dit zijn er ${count.toLocaleString('nl-NL')}. Er is niets veranderd.`,
  notWritable: 'Dit bord is nu niet te veranderen. Probeer het later nog eens.',
  linesTitle: 'Regels worden briefjes',
  linesLabel: 'Eén regel is één briefje',
  linesPlace: 'Zet op het bord',
  notesPasted: (count: number) => `${count} regels werden ${count} briefjes.`,
  asOneText: 'Liever één tekst',
} as const

/** Everything about photos on boards. */
export const nlPhotos = {
  off: 'Foto’s staan uit. De begeleider kan ze aanzetten.',
  title: (number: number, total: number) =>
    total === 1 ? 'Je foto' : `Foto ${number} van ${total}`,
  ask: 'Staan er mensen of namen op? Dek ze af.',
  how: 'Veeg eroverheen, of zet er een vlak op. Wat je afdekt, ziet niemand.',
  picture: 'Je foto. Veeg eroverheen om iets af te dekken.',
  block: 'Vlak. Pijltjes verplaatsen, plus en min maken groter en kleiner, Delete haalt weg.',
  addBlock: 'Zet een vlak',
  takeBack: 'Haal laatste weg',
  description: 'Wat staat erop? (mag leeg)',
  upload: 'Versturen van je foto',
  sending: (percent: number) => `Je foto wordt verstuurd: ${percent} %`,
  place: 'Zet op het bord',
  skip: 'Sla over',
  stop: 'Toch niet',
  refused: {
    'not-an-image': 'Deze foto kunnen we niet openen. Kies een JPG, PNG, GIF of WebP.',
    drawing: 'Een PDF of SVG kan niet op het bord. Maak er een schermafdruk van en zet die erop.',
    'board-file': 'Dit is geen foto. Zet dit bestand op het bord met ‘In en uit’.',
    'too-large': 'Deze foto is te groot. Kies er een van hooguit 10 MB.',
    'too-many-pixels': 'Deze foto heeft te veel beeldpunten. Kies er een van hooguit 50 megapixel.',
  },
} as const
