import type { Change, MomentReason } from '@stip/api'

/** Everything a person reads about what was: moments, where a note comes from, and what was deleted. */
export const nlHistory = {
  close: 'Sluiten',
  loading: 'Even geduld…',
  again: 'Probeer het nog een keer',
  moments: {
    title: 'Geschiedenis van dit bord',
    hint: 'Schuif terug in de tijd en zie wat er toen stond.',
    none: 'Er is nog niets bewaard. Stip bewaart het bord na elke stap en na tien minuten werk.',
    slider: 'Kies een moment',
    earlier: 'Eerder',
    later: 'Later',
    now: 'Nu',
    nowLong: 'Het bord van nu',
    anonymous:
      'Dit moment ligt in een stap zonder namen. Wat er toen stond, laten we niet zien: dan weet je wie het eerst schreef.',
    preview: (when: string) => `Het bord: ${when}`,
    counted: (notes: number, others: number) =>
      [
        notes === 1 ? '1 briefje' : `${notes} briefjes`,
        ...(others === 0 ? [] : [others === 1 ? '1 ander ding' : `${others} andere dingen`]),
      ].join(' en '),
    empty: 'Het bord was nog leeg.',
    inWords: 'Lees wat er stond',
    restore: 'Zet dit moment terug',
    restoreHint: 'Wat later kwam, gaat naar de prullenbak. Je kunt het ongedaan maken.',
    reason: (reason: MomentReason): string => {
      if (reason.kind === 'merge') return `Samengevoegd (keer ${reason.number})`
      if (reason.kind !== 'step') return moments[reason.kind]
      return reason.title === '' ? 'Voor de eerste stap' : `Einde van “${reason.title}”`
    },
  },
  origin: {
    open: 'Waar komt dit vandaan?',
    title: 'Waar komt dit vandaan?',
    anonymous: 'Dit is gemaakt in een stap zonder namen. Niemand ziet wie het schreef, of wanneer.',
    partlyAnonymous:
      'Een deel is gemaakt in een stap zonder namen. Daarvan ziet niemand wie of wanneer.',
    ofScribe: 'Een schrijver schreef dit op voor iemand zonder telefoon.',
    unknown: 'Hier is verder niets over bekend.',
    group: (letter: string, name: string) =>
      name === `Groep ${letter}` ? name : `Groep ${letter} · ${name}`,
    noGroup: 'Een groep die er niet meer is',
    from: 'Dit kwam van',
    textNow: 'Op het bord van de groep staat nu:',
    withdrawn: 'De groep haalde dit later van het eigen bord.',
    noWords: { image: 'Een foto', draw: 'Een tekening', other: 'Zonder tekst' },
    history: 'Wie deed wat?',
    facilitator: 'De begeleider',
    stip: 'Stip, bij het samenvoegen of terugzetten',
    person: (number: number) => `Deelnemer ${number}`,
    did: {
      made: 'maakte dit',
      text: 'schreef aan de tekst',
      place: 'verplaatste dit',
      look: 'veranderde hoe het eruitziet',
      gone: 'haalde dit weg',
      back: 'zette dit terug',
    } satisfies Readonly<Record<Change['what'], string>>,
    around: (time: string) => `rond ${time}`,
  },
  trash: {
    title: 'Prullenbak',
    hint: 'Wat iemand weghaalde, kun je hier terugzetten. Ook als je het zelf niet schreef.',
    readOnly:
      'Hier zie je wat er is weggehaald. Terugzetten kan alleen wie op dit bord mag werken.',
    empty: 'De prullenbak is leeg. Alles wat gemaakt is, staat op het bord.',
    putBack: 'Zet terug',
    undo: 'Maak ongedaan',
    done: (name: string) => `${name} staat weer op het bord.`,
    undone: (name: string) => `${name} ligt weer in de prullenbak.`,
    kinds: {
      note: 'Briefje',
      text: 'Tekst',
      geo: 'Vorm',
      draw: 'Tekening',
      highlight: 'Markering',
      arrow: 'Pijl',
      line: 'Lijn',
      image: 'Foto',
      frame: 'Kader',
      stip: 'Stip',
      horizon: 'Horizon',
      other: 'Iets anders',
    },
    emptyOf: (kind: string) => `${kind} zonder tekst`,
    quoted: (words: string) => `“${words}”`,
  },
} as const

const moments = {
  minutes: 'Na tien minuten werk',
  restore: 'Vlak voor het terugzetten',
  end: 'Einde van de bijeenkomst',
} as const
