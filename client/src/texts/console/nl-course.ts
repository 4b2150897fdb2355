import type { CourseEvent } from '@stip/api'
import { arranged } from './nl-arranged.ts'

type About = CourseEvent['about']

/** What things are called that events are about. */
export interface Names {
  readonly person: (id: string | undefined) => string
  readonly group: (id: string | undefined) => string
  readonly board: (id: string | undefined) => string
  readonly step: (position: number | undefined) => string
  readonly role: (background: string | undefined) => string
}

/** What happened, in a sentence. Who asked for it stands beside it. */
export const sentences: Readonly<
  Record<CourseEvent['type'], (about: About, names: Names) => string>
> = {
  'session-renamed': ({ text = '…' }) => `De bijeenkomst heet nu “${text}”.`,
  'session-ended': () => 'De bijeenkomst is afgesloten.',
  'session-reopened': () => 'De bijeenkomst is weer open.',
  'went-to-step': ({ position = -1 }, names) =>
    position < 0
      ? 'Iedereen ging terug naar het begin.'
      : `Stap ${position + 1} begon: ${closed(names.step(position))}`,
  'minutes-added': ({ minutes = 0 }) =>
    minutes < 0
      ? `De stap duurt ${minutesText(-minutes)} korter.`
      : `De stap duurt ${minutesText(minutes)} langer.`,
  'clock-paused': () => 'De tijd staat stil.',
  'clock-resumed': () => 'De tijd loopt weer.',
  'server-clock-set': () => 'De klok van de server is verzet. De stap houdt zijn tijd.',
  'person-joined': ({ personId }, names) => `${names.person(personId)} kwam binnen.`,
  'screen-joined': ({ groupId }, names) => `${names.group(groupId)} kreeg een groepsscherm.`,
  'people-seen': ({ count = 1 }) =>
    count === 1 ? 'Eén scherm ging open.' : `${count} schermen gingen open.`,
  'people-removed': ({ count = 1 }) =>
    count === 1
      ? 'Iemand die nooit binnenkwam, is uit de lijst.'
      : `${count} mensen die nooit binnenkwamen, zijn uit de lijst.`,
  'person-left': ({ personId }, names) => `${names.person(personId)} is uit de lijst gehaald.`,
  'device-left': ({ personId }, names) =>
    `${names.person(personId)} gaf het apparaat aan iemand anders.`,
  'person-returned': ({ personId }, names) => `${names.person(personId)} is er weer.`,
  'background-changed': ({ personId, text }, names) =>
    `${names.person(personId)} doet nu mee als ${names.role(text)}.`,
  'scribe-appointed': ({ personId }, names) =>
    `${names.person(personId)} schrijft voor wie geen telefoon heeft.`,
  'scribe-relieved': ({ personId }, names) => `${names.person(personId)} is geen schrijver meer.`,
  'board-opened': ({ count = 1 }) =>
    count === 1
      ? 'Er is een eigen bord voor één persoon.'
      : `Er is een eigen bord voor ${count} mensen.`,
  'board-restored': ({ boardId }, names) =>
    `Een bord ging terug naar een eerder moment: ${names.board(boardId)}.`,
  'restore-undone': ({ boardId }, names) =>
    `Het terugzetten is ongedaan gemaakt: ${names.board(boardId)}.`,
  'person-moved': ({ personId, groupId }, names) =>
    `${names.person(personId)} ging naar ${names.group(groupId)}.`,
  'groups-mixed': ({ count = 0 }) => `De groepen zijn gemaakt, met ${peopleText(count)}.`,
  'mix-undone': () => 'De groepen zijn weer zoals ze waren.',
  'group-renamed': ({ groupId, text = '…' }, names) => `${names.group(groupId)} heet nu “${text}”.`,
  'spotlight-put': ({ boardId }, names) => `Iedereen kijkt naar het bord: ${names.board(boardId)}.`,
  'spotlight-taken-off': () => 'Iedereen kijkt weer naar het eigen bord.',
  'wall-chosen': ({ choice }, names) => {
    if (choice?.kind === 'code') return 'De beamer toont de code.'
    if (choice?.kind === 'board') return `De beamer toont het bord: ${names.board(choice.boardId)}.`
    return 'De beamer volgt de stap.'
  },
  'wall-page-turned': ({ count = 1 }) => `De beamer toont bladzijde ${count}.`,
  'boards-merged': () => 'De borden zijn samengevoegd.',
  'merge-undone': () => 'Het samenvoegen is ongedaan gemaakt.',
  'cards-brought': ({ count = 1 }) =>
    count === 1 ? 'Eén kaart kwam op de visie.' : `${count} kaarten kwamen op de visie.`,
  'cards-put-back': ({ count = 1 }) =>
    count === 1
      ? 'Eén kaart is weer van de visie af.'
      : `${count} kaarten zijn weer van de visie af.`,
  'words-chosen': ({ text }) => {
    if (text === 'ours') return 'Van twee teksten bleef die van de visie.'
    if (text === 'theirs') return 'Van twee teksten kwam die van de groep op de visie.'
    return 'Een keuze tussen twee teksten is teruggedraaid.'
  },
  'names-shown': ({ on }) =>
    on ? 'Bij cursors staan nu namen.' : 'Bij cursors staan geen namen meer.',
  'images-allowed': ({ on }) =>
    on ? 'Foto’s mogen op de borden.' : 'Foto’s mogen niet meer op de borden.',
  'only-notes-asked': () => 'Deelnemers mogen alleen briefjes maken.',
  'every-tool-given': () => 'Deelnemers mogen weer alles maken.',
  'groups-frozen': ({ on }) =>
    on ? 'De borden van de groepen zijn bevroren.' : 'De groepen mogen weer verder op hun bord.',
  'remark-taken-away': ({ text = '…' }) => `Er is iets weggehaald. De reden: ${text}`,
  'more-taken-away': () => 'Een kopie van wat weg is, ging ook weg.',
  'remark-put-back': () => 'Wat weggehaald was, staat er weer.',
  'version-saved': ({ text = '1' }) => `De visie is bewaard als versie ${text}.`,
  'vision-arranged': ({ text = '', count = 1 }) =>
    arranged[text]?.(count) ?? 'De visie veranderde.',
  'arrangement-undone': () => 'Een keuze over de visie is ongedaan gemaakt.',
  'statement-verified': ({ text }) =>
    `Wie een briefje schreef, zei bij een zin van de visie: ${verified[text ?? ''] ?? '…'}.`,
  'hand-raised': ({ personId }, names) =>
    `${personId === undefined ? 'Iemand' : names.person(personId)} stak een hand op.`,
  'hand-lowered': () => 'Een hand ging omlaag.',
  'hands-lowered': () => 'Alle handen gingen omlaag.',
  'question-asked': ({ count = 1, text }) =>
    `${topics[text ?? ''] ?? 'Er is iets gevraagd'}${count > 1 ? `, over ${count} dingen` : ''}.`,
  'answers-revealed': () => 'De antwoorden zijn onthuld.',
  'answers-hidden': () => 'De antwoorden zijn weer verborgen.',
  'question-closed': ({ count = 0 }) =>
    count === 1
      ? 'De vraag is gesloten. Eén mens antwoordde.'
      : `De vraag is gesloten. ${count === 0 ? 'Niemand' : `${count} mensen`} antwoordde${count === 0 ? '' : 'n'}.`,
  'question-reopened': () => 'De vraag staat weer open.',
  'ballots-destroyed': () => 'Van wie welk antwoord was, is gewist.',
  'question-shown': ({ on }) =>
    on === true ? 'De uitkomst staat op alle schermen.' : 'De uitkomst is van de schermen af.',
  'critique-answered': ({ text }) => {
    if (text === undefined) return 'Een antwoord op een opmerking is teruggenomen.'
    return text === '' ? 'Een opmerking blijft staan.' : `Op een opmerking is geantwoord: ${text}`
  },
}

/** What somebody said of a statement that is made from their note. */
const verified: Readonly<Record<string, string>> = {
  right: 'klopt',
  different: 'anders',
  'take-away': 'haal weg',
}

/** What was asked, by what it was about. */
const topics: Readonly<Record<string, string>> = {
  recognition: 'Gevraagd: “Zei jouw groep dit ook?”',
  consent: 'Gevraagd: “Kun je hiermee leven?”',
  critique: 'Gevraagd: “Wat zou jij veranderen?”',
  heard: 'Gevraagd: “Hoor je jezelf terug?”',
  poll: 'Er is een peiling',
}

/** The other words of the course of a session. */
export const nlCourse = {
  title: 'Verloop',
  intro: 'Wat er gebeurde, het laatste bovenaan.',
  close: 'Sluiten',
  loading: 'Even geduld …',
  failed: 'Het verloop is niet geladen.',
  retry: 'Probeer het nog eens',
  empty: 'Er is nog niets gebeurd.',
  earlier: 'Toon eerder',
  onlyLed: 'Alleen wat de begeleider deed',
  cameIn: (count: number) => `${count} mensen kwamen binnen.`,
  handsUp: (count: number) => `${count} handen gingen op.`,
  somebody: 'Iemand die niet meer in de lijst staat',
  noGroup: 'een groep',
  noBoard: 'een bord',
  waiting: 'het begin',
  undo: 'Maak ongedaan',
  changed: 'al veranderd',
  undoOf: (what: string) => `Maak ongedaan: ${what}`,
  by: {
    facilitator: 'Begeleider',
    participant: 'Deelnemer',
    scribe: 'Schrijver',
    observer: 'Meekijker',
    wall: 'Beamer',
    newcomer: 'Deelnemer',
    server: 'Stip',
  },
  why: {
    movedOn: 'De bijeenkomst is al verder.',
    already: 'Dit is al veranderd.',
    later: 'Er is daarna nog iets aan veranderd.',
    byThemselves: 'Dat kan alleen de deelnemer zelf.',
    unknown: 'Wat er eerder stond, is niet bekend. Verander het zelf.',
    turn: 'Blader zelf terug.',
    mixAgain: 'Maak de groepen opnieuw.',
    mergeAgain: 'Voeg opnieuw samen.',
    takeAwayAgain: 'Haal het op het bord opnieuw weg.',
    inTheList: 'Haal iemand uit de lijst bij Mensen.',
    moveBack: 'Zet de persoon zelf terug in de groep.',
    bySelf: 'Dit deed Stip vanzelf.',
    withCode: 'Wie wil, kan met de code weer meedoen.',
    restoreAgain: 'Zet het bord opnieuw terug.',
    cardsByHand: 'Haal de kaart zelf van de visie.',
    bringAgain: 'Zet de kaart opnieuw op de visie.',
    stays: 'Een eigen bord blijft staan.',
    chooseAgain: 'Kies opnieuw op het scherm van de visie.',
    byMaker: 'Dat kan alleen wie het briefje schreef.',
    kept: 'Een bewaarde versie blijft. Verander de visie en bewaar opnieuw.',
    over: 'De bijeenkomst is afgesloten. Open haar eerst weer.',
    noBallots: 'Van wie welk antwoord was, is gewist. Vraag het opnieuw.',
    asksNow: 'Er staat nu een andere vraag open.',
  },
} as const

function minutesText(minutes: number): string {
  return minutes === 1 ? '1 minuut' : `${minutes} minuten`
}

function peopleText(count: number): string {
  return count === 1 ? '1 persoon' : `${count} mensen`
}

/** As the end of a sentence: a question keeps its own sign. */
function closed(words: string): string {
  return /[.?!…]$/.test(words) ? words : `${words}.`
}
