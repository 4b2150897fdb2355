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

/** What one reads when something found no place on the board. */
export const nlRefused = {
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
  close: 'Sluiten',
} as const
