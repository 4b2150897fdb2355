import type { Connection, Drawing } from '@stip/board'

/** Everything a person reads in the list: the board in words. */
export const nlOutline = {
  title: 'Het bord als lijst',
  view: {
    label: 'Hoe wil je het bord zien?',
    board: 'Bord',
    list: 'Lijst',
    both: 'Naast elkaar',
  },
  loading: 'De lijst wordt geladen…',
  waiting: 'Het bord komt eraan. Even geduld.',
  noConnection: 'Nog geen verbinding. De lijst komt zodra die er is.',
  closed: 'Dit bord is voor jou niet open. Kies een ander bord.',
  damaged: 'Dit bord gaat niet open. Waarschuw de begeleider.',
  readOnly: 'Je kijkt mee. Veranderen kan hier niet.',
  failed: 'De lijst kan even niet getoond worden. Wat je schreef is bewaard.',
  again: 'Probeer het nog een keer',
  untitled: 'Op het bord',
  rest: 'Buiten de vakken',
  lane: (letter: string, title: string) =>
    title === `Groep ${letter}` ? title : `Groep ${letter} · ${title}`,
  empty: 'Hier staat nog niets.',
  keyCards: (count: number, wanted: number) =>
    count > wanted
      ? `Hoofdpunten: ${count} gekozen, ${wanted} is genoeg`
      : `Hoofdpunten ${count}/${wanted}`,
  keyCard: 'Hoofdpunt',
  noKeyCards: 'Nog geen hoofdpunten. Druk bij een briefje op “Hoofdpunt”.',
  noKeyCardsToRead: 'Nog geen hoofdpunten.',
  kinds: {
    note: 'Briefje',
    text: 'Tekst',
    shape: 'Vorm',
    arrow: 'Pijl',
    frame: 'Kader',
    image: 'Foto',
  },
  emptyNote: 'Leeg briefje',
  picture: 'Foto zonder beschrijving',
  origin: 'Waar komt dit vandaan?',
  described: 'In woorden',
  drawn: ({ lines, shapes, arrows }: Drawing) =>
    inOneLine(
      [
        [lines, 'lijn', 'lijnen'],
        [shapes, 'vorm', 'vormen'],
        [arrows, 'losse pijl', 'losse pijlen'],
      ],
      'Getekend',
    ),
  describe: {
    action: 'Beschrijf de tekening',
    actionAgain: 'Voeg een beschrijving toe',
    picture: 'Beschrijf de foto',
    ask: 'Beschrijf ook in woorden wat jullie tekenden.',
    askAction: 'Beschrijf ook in woorden',
    label: 'Beschrijf in woorden wat er staat',
    hint: 'Dan kan iedereen het lezen, ook wie de tekening niet ziet.',
    done: 'De beschrijving staat op het bord.',
  },
  addSentence: {
    action: 'Nieuwe zin',
    name: (section: string) => `Nieuwe zin in ${section}`,
    label: (section: string) => `Zin in ${section}`,
    done: (section: string) => `Je zin staat in ${section}.`,
  },
  add: {
    action: 'Nieuw briefje',
    name: (section: string) => `Nieuw briefje in ${section}`,
    label: (section: string) => `Nieuw briefje in ${section}`,
    hint: 'Enter zet het op het bord. Shift + Enter geeft een nieuwe regel.',
    submit: 'Zet op het bord',
    done: (section: string) => `Je briefje staat in ${section}.`,
  },
  edit: {
    action: 'Bewerk',
    label: 'De woorden op dit briefje',
    onlyToRead:
      'Deze tekst kun je hier alleen lezen. Wil je iets veranderen? Schrijf het op een nieuw briefje.',
    close: 'Klaar',
    gone: 'Iemand haalde weg waarin je schreef. Je vindt het bij Verwijderd.',
  },
  mark: {
    on: (text: string) => `Hoofdpunt: ${text}`,
    off: (text: string) => `Geen hoofdpunt meer: ${text}`,
  },
  more: 'Meer',
  move: {
    action: 'Verplaats',
  },
  connect: {
    action: 'Verbind met een pijl',
    to: ({ otherText, label }: Connection) =>
      `Pijl naar “${short(otherText)}”${label === '' ? '' : `: ${label}`}`,
    from: ({ otherText, label }: Connection) =>
      `Pijl van “${short(otherText)}”${label === '' ? '' : `: ${label}`}`,
    remove: (text: string) => `Haal de pijl naar “${short(text)}” weg`,
    removed: 'De pijl is weg.',
  },
  remove: {
    action: 'Verwijder',
    done: (text: string) => `Verwijderd: ${text}`,
  },
  takeAway: 'Weghalen …',
  close: 'Sluit',
  takeBack: 'Maak ongedaan',
  undo: 'Terug',
  redo: 'Opnieuw',
  undone: 'Je laatste stap is ongedaan gemaakt.',
  redone: 'Je stap is weer gedaan.',
  announcements: {
    toggle: 'Meldingen',
    on: 'Meldingen staan aan.',
    off: 'Meldingen staan uit.',
    added: (count: number) => (count === 1 ? '1 briefje erbij' : `${count} briefjes erbij`),
    changed: (count: number) =>
      count === 1 ? '1 briefje veranderd' : `${count} briefjes veranderd`,
    moved: (count: number) => (count === 1 ? '1 briefje verplaatst' : `${count} verplaatst`),
    removed: (count: number) => (count === 1 ? '1 weggehaald' : `${count} weggehaald`),
    inSection: (what: string, section: string) => `${what} in ${section}`,
  },
  /** A note by its first words, between quotes. */
  quoted: (text: string) => `“${short(text)}”`,
} as const

function inOneLine(
  counts: readonly (readonly [count: number, one: string, many: string])[],
  before: string,
): string {
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => (count === 1 ? `1 ${one}` : `${count} ${many}`))
  const last = parts.pop()
  if (last === undefined) return ''
  return `${before}: ${parts.length === 0 ? last : `${parts.join(', ')} en ${last}`}.`
}

/** The first words, where the whole text would be too long. */
function short(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  if (line === '') return 'leeg briefje'
  return line.length <= 60 ? line : `${line.slice(0, 57).trimEnd()}…`
}
