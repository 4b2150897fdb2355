import type { Config } from './config.ts'

/** Turns what went wrong at the start into one Dutch sentence that says what to do. */
export function whyItCannotStart(error: unknown, config: Config | undefined): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const detail = error instanceof Error ? error.message : String(error)
  const folder = config?.dataDir ?? './data'
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

function isAboutFiles(code: string, detail: string): boolean {
  return (
    ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'EISDIR'].includes(
      code,
    ) || /unable to open database|readonly database|disk (?:is full|I\/O)/.test(detail)
  )
}
