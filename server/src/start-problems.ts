import type { Config } from './config.ts'
import {
  SessionsDamagedError,
  SessionUnreadableError,
  UpdateLogDamagedError,
  UpdateLogLostError,
} from './errors.ts'
import { diskTroubleIn } from './storage/disk-trouble.ts'
import type { DiskTrouble } from './storage/disk-trouble.ts'
import type { Repairs } from './storage/log/replay.ts'

/** Turns what went wrong at the start into one Dutch sentence that says what to do. */
export function whyItCannotStart(error: unknown, config: Config | undefined): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const detail = error instanceof Error ? error.message : String(error)
  const folder = config?.dataDir ?? './data'
  if (error instanceof UpdateLogLostError) {
    return `In de gegevensmap ${folder} ontbreken wijzigingen die wel bewaard waren (${error.lost} keer opslaan): zet een back-up terug met npm run restore, of verwijder ${folder}/boards.journal om zonder die wijzigingen verder te gaan.`
  }
  if (error instanceof SessionsDamagedError) {
    return `De bijeenkomsten in de gegevensmap ${folder} zijn beschadigd: zet een back-up terug met npm run restore. Alleen als het niet anders kan, gaat Stip verder met wat er nog is: verwijder dan ${folder}/stip.witness als npm run verify zegt dat er wijzigingen ontbreken.`
  }
  if (error instanceof UpdateLogDamagedError || /malformed|not a database/.test(detail)) {
    return `De borden in de gegevensmap ${folder} zijn beschadigd: kijk met npm run verify wat er mis is, en zet een back-up terug met npm run restore.`
  }
  if (detail.includes('A restore was cut off')) {
    return `Het terugzetten van een back-up in ${folder} is afgebroken: doe npm run restore nog een keer met dezelfde back-up.`
  }
  if (code === 'EADDRINUSE') {
    const port = config?.port ?? 3000
    return `Poort ${port} is al in gebruik: stop het andere programma, of kies een andere poort met STIP_PORT=${port + 1} npm start.`
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `Het adres in STIP_HOST hoort niet bij deze computer: laat STIP_HOST weg of kies een ander adres.`
  }
  if (code === 'EACCES' && detail.includes('listen')) {
    return `Stip mag poort ${config?.port ?? 3000} niet gebruiken: kies een poort boven 1024 met STIP_PORT=3000 npm start.`
  }
  if (detail.includes('database is locked')) {
    return `De gegevensmap ${folder} is al in gebruik door een andere Stip: stop die eerst, of kies een andere map met STIP_DATA_DIR.`
  }
  if (detail.includes('newer version')) {
    return `De gegevensmap ${folder} komt van een nieuwere Stip: gebruik die versie, of kies een andere map met STIP_DATA_DIR.`
  }
  if (error instanceof SessionUnreadableError) {
    return `Een bijeenkomst in de gegevensmap ${folder} is niet te lezen: zet een back-up terug met npm run restore, of meld dit aan de beheerder.`
  }
  const trouble = diskTroubleIn(folder, error)
  if (trouble !== undefined) return `Stip kan niet starten: ${adviceOn(trouble, folder)}`
  return `Stip kan niet starten (${detail.split('\n', 1)[0]}): meld dit aan de beheerder.`
}

/** What an operator should know of how the boards were found; nothing after a normal stop or crash. */
export function repairMessages(repairs: Repairs): readonly string[] {
  const messages: string[] = []
  if (repairs.addedCommits > 1) {
    messages.push(
      `De database was ${repairs.added} bewaarde wijzigingen kwijt; ze zijn teruggehaald uit het journaal. Kijk de schijf na.`,
    )
  }
  if (repairs.mended > 0) {
    messages.push(
      `In de database waren ${repairs.mended} wijzigingen beschadigd; ze zijn hersteld uit het journaal. Kijk de schijf na.`,
    )
  }
  if (repairs.isJournalDamaged) {
    messages.push('Het journaal was beschadigd; de database heeft alles nog. Kijk de schijf na.')
  }
  if (repairs.isJournalMissing) {
    messages.push(
      'Het journaal was er niet. Of er wijzigingen ontbreken, is niet na te gaan; er is een nieuw journaal begonnen.',
    )
  }
  return messages
}

/** What is the matter with the disk and what to do, as the rest of a sentence. Nothing is lost by any of it. */
export function adviceOn(trouble: DiskTrouble, folder: string): string {
  return advice[trouble](`de gegevensmap ${folder}`)
}

const otherFolder = 'kies een andere map met STIP_DATA_DIR'

const advice: Readonly<Record<DiskTrouble, (folder: string) => string>> = {
  'read-only': (folder) =>
    `de schijf met ${folder} staat op alleen-lezen. Er is niets beschadigd: maak de schijf beschrijfbaar, of ${otherFolder}.`,
  full: (folder) =>
    `de schijf met ${folder} is vol. Er is niets kwijt: maak ruimte en probeer het opnieuw.`,
  quota: (folder) =>
    `er mag niet meer in ${folder} worden bewaard. Er is niets kwijt: maak ruimte, of vraag de beheerder om meer ruimte.`,
  'not-allowed': (folder) =>
    `je mag niet schrijven in ${folder}: geef jezelf schrijfrecht, of ${otherFolder}.`,
  'in-use': (folder) =>
    `een ander programma houdt iets vast in ${folder}, zoals een virusscanner of een back-up: sluit dat en probeer het opnieuw.`,
  'too-many-files': () =>
    'er staan te veel bestanden open op deze computer: sluit andere programma’s, of verhoog de grens met ulimit -n, en probeer het opnieuw.',
  'not-a-folder': (folder) =>
    `${folder} is geen map, of ligt in iets dat geen map is: haal dat bestand weg, of ${otherFolder}.`,
  'is-a-folder': (folder) =>
    `in ${folder} staat een map op de plaats van een bestand: haal die map daar weg, of ${otherFolder}.`,
  'name-too-long': (folder) => `de naam van ${folder} is te lang: ${otherFolder}.`,
  'not-there': (folder) =>
    `${folder} is er niet en kan niet worden gemaakt: kijk of de schijf is aangesloten, of ${otherFolder}.`,
  failing: (folder) =>
    `de schijf met ${folder} geeft fouten: kijk of hij goed is aangesloten, en maak een back-up zodra dat kan.`,
  'no-locks': (folder) =>
    `de schijf met ${folder} kan bestanden niet op slot zetten, zoals veel netwerkschijven: kies met STIP_DATA_DIR een map op de schijf van deze computer.`,
}

/** What a difference between a board and what was stored of it means, for who runs the server. */
export function differenceMessage(lacking: 'log' | 'room'): string {
  return lacking === 'log'
    ? 'Op een bord stond iets wat niet bewaard was; het wordt nu bewaard. Meld dit aan de makers.'
    : 'Van een bord was iets bewaard wat niet op het bord stond; het wordt nu getoond. Meld dit aan de makers.'
}
