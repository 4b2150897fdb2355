import { homedir } from 'node:os'
import {
  folder,
  listenAddress,
  localFile,
  logLevel,
  nameOfCreator,
  proxies,
  publicAddress,
  wholeNumber,
  WrongSetting,
} from './settings.ts'

/** How this server runs. */
export interface Config {
  readonly port: number
  /** The address of this computer that the server listens on; '::' is every address, also of IPv4. */
  readonly host: string
  /** Where browsers reach Stip, as in 'https://stip.example.nl'; without it, the address on the local network. */
  readonly publicUrl: URL | undefined
  /** Browsers reach Stip over https, so cookies may insist on it. */
  readonly isSecure: boolean
  /** Relative to the folder in which Stip was started, or absolute. */
  readonly dataDir: string
  /** How long a join code works after it was made, in days. */
  readonly codeDays: number
  /** Addresses or networks of proxies that may say who is calling, with commas between them. */
  readonly trustedProxies: string | undefined
  /** A board whose log has grown by so many changes gets a new snapshot. */
  readonly snapshotRows: number
  /** What all photos together may take on the disk, in MB. */
  readonly imagesMb: number
  /** A file with vectors of words, by which cards that share no word may be alike. */
  readonly wordVectors: string | undefined
  /** Whose archive it is of which sessions become a part (archiefvormer), for archivists. */
  readonly archiveCreator: string | undefined
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** The settings do not make sense. `message` is one Dutch sentence that names all of them. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the configuration. The only place that looks at the environment: everything else is
 * handed a `Config`.
 *
 * @throws {ConfigError} Naming every setting that is wrong, not only the first.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = []
  const read = <Value, Usual>(
    name: string,
    usual: Usual,
    reader: (text: string) => Value,
  ): Value | Usual => {
    const given = tidied(environment[name] ?? '')
    // An empty variable, as in `STIP_PUBLIC_URL= npm start`, means: not set.
    if (given === '') return usual
    try {
      return reader(given)
    } catch (error) {
      if (!(error instanceof WrongSetting)) throw error
      wrong.push(error.message)
      return usual
    }
  }
  const readNumber = (name: string, [from, to, usual]: NumberRange, what: string): number =>
    read(name, usual, (text) =>
      wholeNumber(text, from, to, `${name} moet een ${what} van ${from} tot en met ${to} zijn`),
    )
  const publicUrl = read('STIP_PUBLIC_URL', undefined, publicAddress)
  const config: Config = {
    port: readNumber('STIP_PORT', [1, 65_535, 3000], 'getal'),
    host: read('STIP_HOST', '::', listenAddress),
    publicUrl,
    isSecure: publicUrl?.protocol === 'https:',
    dataDir: read('STIP_DATA_DIR', './data', (text) => folder(text, homedir())),
    codeDays: readNumber('STIP_CODE_DAYS', [1, 365, 14], 'aantal dagen'),
    trustedProxies: read('STIP_TRUSTED_PROXIES', undefined, proxies),
    snapshotRows: readNumber('STIP_SNAPSHOT_ROWS', [10, 1_000_000, 2000], 'getal'),
    imagesMb: readNumber('STIP_IMAGES_MB', [1, 10_000_000, 5000], 'aantal MB'),
    wordVectors: read('STIP_WORD_VECTORS', undefined, (text) => localFile(text, homedir())),
    archiveCreator: read('STIP_ARCHIVE_CREATOR', undefined, nameOfCreator),
    logLevel: read('STIP_LOG_LEVEL', 'warn', logLevel),
  }
  if (wrong.length > 0) {
    throw new ConfigError(`Stip kan niet starten: ${wrong.join(', en ')}.`)
  }
  return config
}

type NumberRange = readonly [from: number, to: number, usual: number]

/** Files of settings keep the quotes, and lines that were pasted the spaces and marks. */
function tidied(given: string): string {
  const trimmed = given.replace(/\p{Cf}/gu, '').trim()
  return (/^["'“”‘’](.*)["'“”‘’]$/su.exec(trimmed)?.[1] ?? trimmed).trim()
}
