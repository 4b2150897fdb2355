import type { Config } from './config.ts'
import { SessionsDamagedError, UpdateLogDamagedError, UpdateLogLostError } from './errors.ts'
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
  if (isAboutFiles(code, detail)) {
    return `Stip kan niet schrijven in de gegevensmap ${folder}: geef jezelf schrijfrecht, of kies een andere map met STIP_DATA_DIR.`
  }
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

function isAboutFiles(code: string, detail: string): boolean {
  return (
    ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'EISDIR'].includes(
      code,
    ) || /unable to open database|readonly database|disk (?:is full|I\/O)/.test(detail)
  )
}
