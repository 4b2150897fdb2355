import type { FileRefusal, Remark, RemarkKind } from '@stip/documents/files'

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

type Sayer = (count: number, names: string) => string

/** "1 regel", "3 regels". */
function many(count: number, one: string, more: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('nl-NL')} ${more}`
}

/** A sentence for everything that is left out of a file, or looks different. */
const remarks: Record<RemarkKind, Sayer> = {
  'newer-version': () =>
    'Dit bestand komt van een nieuwere tldraw: wat hier past, staat op het bord.',
  'newer-fields': (count, names) =>
    `${many(count, 'eigenschap kent', 'eigenschappen kent')} dit bord niet (${names}).`,
  'rows-without-words': (count) => `${many(count, 'regel', 'regels')} zonder woorden overgeslagen.`,
  'rows-above-headings': (count) =>
    `${many(count, 'regel', 'regels')} boven de koppen overgeslagen.`,
  'repeated-headings': (count) =>
    `De koppen stonden er nog ${count === 1 ? 'een keer' : `${count} keer`}; die zijn overgeslagen.`,
  columns: (count, names) => `${many(count, 'kolom', 'kolommen')} niet gebruikt: ${names}.`,
  'surplus-cells': (count) =>
    `${many(count, 'cel', 'cellen')} zonder kop weggelaten. Staan er scheidingstekens in de tekst?`,
  'unknown-colors': (count) =>
    `${many(count, 'kleur kennen', 'kleuren kennen')} we niet; die briefjes zijn geel.`,
  'unknown-kinds': (count) =>
    count === 1
      ? '1 ding kent dit bord niet en is weggelaten.'
      : `${count} dingen kent dit bord niet en zijn weggelaten.`,
  'other-kinds': (count) =>
    `${many(count, 'ding kent', 'dingen kent')} dit bord niet; je ziet de woorden of het adres.`,
  'missing-images': (count) =>
    count === 1
      ? '1 afbeelding zat niet in het bestand.'
      : `${count} afbeeldingen zaten niet in het bestand.`,
  'broken-things': (count) =>
    count === 1
      ? '1 ding was kapot en is weggelaten.'
      : `${count} dingen waren kapot en zijn weggelaten.`,
  labels: (count) => `Bij ${many(count, 'tekst', 'teksten')} is de opmaak weggelaten.`,
  'flattened-curves': (count) =>
    `${many(count, 'pijl met bochten is', 'pijlen met bochten zijn')} nu een gewone boog.`,
  'other-heads': (count) => `${many(count, 'pijlpunt is', 'pijlpunten zijn')} nu gewoon.`,
  links: (count) => `${many(count, 'link', 'links')} weggelaten.`,
  groups: (count) =>
    count === 1 ? '1 groep is nu losse dingen.' : `${count} groepen zijn nu losse dingen.`,
  'long-texts': (count) =>
    count === 1
      ? '1 tekst was te lang en is afgekapt.'
      : `${count} teksten waren te lang en zijn afgekapt.`,
  invisible: (count) => `${many(count, 'onzichtbaar ding', 'onzichtbare dingen')} weggelaten.`,
  mirrored: (count) =>
    count === 1 ? '1 vorm is niet meer gespiegeld.' : `${count} vormen zijn niet meer gespiegeld.`,
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
  drawFailed:
    'Dit bestand maken lukt niet voor dit bord. Kies een andere soort, zoals CSV of JSON.',
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
  remark: ({ kind, count, names = [] }: Remark) =>
    remarks[kind](count, names.join(', ') + (names.length < count ? ' en meer' : '')),
  moreRemarks: (count: number) => `En nog ${many(count, 'verschil', 'verschillen')}.`,
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
