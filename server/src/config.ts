import { z } from 'zod'

const wholeNumber = (from: number, to: number): z.ZodType<number> =>
  z.coerce.number().int().min(from).max(to)

/** Every setting: how it is read, and what a person is told when that fails. */
const settings = {
  STIP_PORT: {
    schema: wholeNumber(1, 65_535).default(3000),
    advice: 'STIP_PORT moet een getal van 1 tot en met 65535 zijn',
  },
  STIP_HOST: {
    schema: z.string().min(1).default('::'),
    advice: 'STIP_HOST moet een adres van deze computer zijn',
  },
  STIP_DATA_DIR: {
    schema: z.string().min(1).default('./data'),
    advice: 'STIP_DATA_DIR moet de naam van een map zijn',
  },
  STIP_PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    advice: 'STIP_PUBLIC_URL moet een heel adres zijn, zoals https://stip.example.nl',
  },
  STIP_CODE_DAYS: {
    schema: wholeNumber(1, 365).default(14),
    advice: 'STIP_CODE_DAYS moet een aantal dagen van 1 tot en met 365 zijn',
  },
  STIP_TRUSTED_PROXIES: {
    schema: z
      .string()
      .regex(/^(?:(?:loopback|linklocal|uniquelocal|[\da-fA-F.:]+(?:\/\d{1,3})?)(?:,(?!$)|$))+$/)
      .optional(),
    advice: 'STIP_TRUSTED_PROXIES moet adressen bevatten, zoals loopback of 10.0.0.0/8',
  },
  STIP_SNAPSHOT_ROWS: {
    schema: wholeNumber(10, 1_000_000).default(2000),
    advice: 'STIP_SNAPSHOT_ROWS moet een getal van 10 tot en met 1000000 zijn',
  },
  STIP_LOG_LEVEL: {
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
    advice: 'STIP_LOG_LEVEL moet silent, error, warn, info of debug zijn',
  },
} as const

type Name = keyof typeof settings

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
  const read = <Key extends Name>(name: Key): z.output<(typeof settings)[Key]['schema']> => {
    const given = environment[name]
    // An empty variable, as in `STIP_PUBLIC_URL= npm start`, means: not set.
    const parsed = settings[name].schema.safeParse(given === '' ? undefined : given)
    if (!parsed.success) wrong.push(settings[name].advice)
    return parsed.data as z.output<(typeof settings)[Key]['schema']>
  }
  const publicUrl = read('STIP_PUBLIC_URL')
  const config = {
    port: read('STIP_PORT'),
    host: read('STIP_HOST'),
    publicUrl: publicUrl === undefined ? undefined : new URL(publicUrl),
    isSecure: publicUrl?.startsWith('https:') ?? false,
    dataDir: read('STIP_DATA_DIR'),
    codeDays: read('STIP_CODE_DAYS'),
    trustedProxies: read('STIP_TRUSTED_PROXIES'),
    snapshotRows: read('STIP_SNAPSHOT_ROWS'),
    logLevel: read('STIP_LOG_LEVEL'),
  }
  if (wrong.length > 0) {
    throw new ConfigError(`Stip kan niet starten: ${wrong.join(', en ')}.`)
  }
  return config
}
