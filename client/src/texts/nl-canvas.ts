type Done = 'made' | 'changed' | 'removed'

/** What a thing on the board is called when it has no words. */
const kindNames: Readonly<Record<string, string>> = {
  note: 'een leeg briefje',
  draw: 'een tekening',
  line: 'een lijn',
  highlight: 'een markering',
  arrow: 'een pijl',
  image: 'een foto',
  geo: 'een vorm',
  frame: 'een kader',
  group: 'een groep',
}

/** Everything a person reads on or around a board. */
export const nlCanvas = {
  toolbar: 'Gereedschap',
  tools: {
    select: { name: 'Kies', hint: 'Kies en verplaats', key: 'V' },
    draw: { name: 'Pen', hint: 'Teken met de pen', key: 'D' },
    note: { name: 'Briefje', hint: 'Plak een briefje', key: 'N' },
    text: { name: 'Tekst', hint: 'Zet losse tekst neer', key: 'T' },
    arrow: { name: 'Pijl', hint: 'Trek een pijl', key: 'A' },
    stip: { name: 'Stip', hint: 'Zet een stip met een zin', key: 'S' },
    image: { name: 'Foto', hint: 'Zet een foto op het bord', key: '' },
    eraser: { name: 'Wissen', hint: 'Wis wat je aanraakt', key: 'E' },
  },
  more: {
    name: 'Meer',
    hint: 'Meer gereedschap',
    horizon: { name: 'Horizon', hint: 'Trek een horizon', key: '' },
    laser: { name: 'Wijs aan', hint: 'Wijs iets aan met licht', key: 'K' },
  },
  newNote: { name: 'Nieuw briefje', hint: 'Schrijf een nieuw briefje (Shift+N)' },
  keyCard: {
    word: 'Hoofdpunt',
    mark: { name: 'Hoofdpunt', hint: 'Maak hier een hoofdpunt van' },
    unmark: { name: 'Hoofdpunt', hint: 'Dit is geen hoofdpunt meer' },
  },
  undo: { name: 'Terug', hint: 'Maak je laatste stap ongedaan (Ctrl+Z)' },
  redo: { name: 'Opnieuw', hint: 'Doe je stap opnieuw (Ctrl+Shift+Z)' },
  remove: { name: 'Verwijder', hint: 'Verwijder wat je koos (Delete)' },
  colors: 'Kleur',
  colorNames: {
    black: 'Zwart',
    blue: 'Blauw',
    green: 'Groen',
    orange: 'Oranje',
    red: 'Rood',
    violet: 'Paars',
    yellow: 'Geel',
    'light-blue': 'Lichtblauw',
    'light-green': 'Lichtgroen',
    'light-red': 'Roze',
    'light-violet': 'Lila',
  },
  view: 'Beeld',
  zoomIn: 'Groter',
  zoomOut: 'Kleiner',
  zoomToFit: 'Hele bord',
  toArea: 'Naar de opdracht',
  readOnly: 'Je kijkt mee',
  board: 'Bord',
  loading: 'Het bord wordt geladen…',
  empty: 'Nog geen briefjes. Tik op Nieuw briefje en schrijf je eerste gedachte.',
  emptyToRead: 'Nog geen briefjes op dit bord.',
  removed: (count: number) => (count === 1 ? 'Verwijderd' : `${count} dingen verwijderd`),
  putBack: 'Zet terug',
  takenAway: 'Iemand anders haalde weg waarin je schreef.',
  close: 'Sluit',
  image: {
    busy: (count: number) => (count === 1 ? 'Je foto komt eraan…' : `${count} foto’s komen eraan…`),
    notAnImage: 'Dit kan niet op het bord. Kies een foto (JPG, PNG, GIF of WebP).',
    tooLarge: 'Deze foto is te groot. Kies er een van hoogstens 10 MB.',
    failed: 'De foto kwam niet aan. Probeer het nog een keer.',
  },
  notAllowed: 'Dit kan hier niet op het bord.',
  broken: {
    title: 'Het bord kan even niet getekend worden.',
    advice: 'Wat je opschreef is bewaard. Open het bord opnieuw.',
    again: 'Open het bord opnieuw',
  },
  refused: {
    title: 'Niet alles wat je deed kon op het bord.',
    advice: 'Je ziet weer wat iedereen ziet.',
    notPlaced: 'Niet geplaatst',
    entry: ({ what, kind, text }: { what: Done; kind: string; text: string }) => {
      const thing = text === '' ? (kindNames[kind] ?? 'iets op het bord') : `“${text}”`
      return { made: thing, changed: `Wijziging van ${thing}`, removed: `Weghalen van ${thing}` }[
        what
      ]
    },
    copy: 'Kopieer',
    copied: 'Gekopieerd',
  },
  somebody: 'Iemand',
  people: {
    here: (count: number) => (count === 1 ? '1 ander hier' : `${count} anderen hier`),
    list: 'Wie is er ook op dit bord?',
    follow: (name: string) => `Volg ${name}`,
    following: (name: string) => `Je kijkt mee met ${name}`,
    stop: 'Stop',
  },
} as const
