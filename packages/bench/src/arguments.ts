import { scenarioNames, serverNames } from './names.ts'
import type { ScenarioName, ServerName } from './names.ts'

/** What is to be measured. */
export interface Choice {
  readonly scenarios: readonly ScenarioName[]
  /** Stip first, then the peers that were asked for. */
  readonly servers: readonly ServerName[]
  readonly runs: number
  readonly seconds: number
  /** Clients that reconnect at once in scenario F. */
  readonly clients: number
  /** Drawers on the one board of A, B and C, instead of their own number. */
  readonly drawers: number | undefined
  readonly json: string | undefined
  /** A Stip that already runs, instead of one that is started. */
  readonly url: URL | undefined
  readonly ticketFrom: URL | undefined
  readonly serverPid: number | undefined
  /** Folder for a CPU profile of Stip. */
  readonly profile: string | undefined
  readonly compresses: boolean
}

/** What was typed makes no sense. `message` says what would. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError'
}

export const usage = `npm run bench -- [options]
  --scenario A,B,…    of ${scenarioNames.join(', ')} (default A,B)
  --peers a,b         of ${serverNames.slice(1).join(', ')} (default all; "none" for Stip alone)
  --runs N            how often all servers take their turn (default 3)
  --seconds N         how long is drawn and measured (default 10)
  --json FILE         writes all rows
  --clients N         clients that reconnect at once in F (default 240)
  --drawers N         drawers on a board in A, B, C and D, instead of 12, 40, 100 and 12,
                      and people in J, K and L instead of 500, 1000 and 300
  --url ws://…        measures a Stip that already runs (A to F)
  --ticket-from URL   where that Stip gives tickets: its own address, and sessions are made there,
                      or a complete address that gives one ticket for the board in --url
  --pid N             its process, when it cannot be found by its port
  --profile FOLDER    writes a CPU profile of Stip
  --plain-clients     clients do not compress what they write`

/**
 * Reads the command line.
 *
 * @throws {ArgumentError}
 */
export function readArguments(words: readonly string[]): Choice {
  const given = new Map<string, string>()
  const flags = new Set(['plain-clients'])
  const known = new Set([...usage.matchAll(/--([a-z-]+)/g)].map((found) => found[1]))
  for (let at = 0; at < words.length; at++) {
    const [name = '', inline] = (words[at] ?? '').replace(/^--/, '').split(/=(.*)/s, 2)
    if (!(words[at] ?? '').startsWith('--') || !known.has(name)) {
      throw new ArgumentError(`I do not know ${words[at]}.`)
    }
    const value = inline ?? (flags.has(name) ? 'yes' : words[++at])
    if (value === undefined) throw new ArgumentError(`--${name} needs a value.`)
    given.set(name, value)
  }
  const url = address(given, 'url')
  const ticketFrom = address(given, 'ticket-from')
  if ((url === undefined) !== (ticketFrom === undefined)) {
    throw new ArgumentError('--url and --ticket-from belong together.')
  }
  const peers = given.get('peers') === 'none' ? [] : listOf(given, 'peers', serverNames.slice(1))
  return {
    scenarios: listOf(given, 'scenario', scenarioNames) ?? ['A', 'B'],
    servers: ['stip', ...(peers ?? serverNames.slice(1))],
    runs: countOf(given, 'runs') ?? 3,
    seconds: countOf(given, 'seconds') ?? 10,
    clients: countOf(given, 'clients') ?? 240,
    drawers: countOf(given, 'drawers'),
    json: given.get('json'),
    url,
    ticketFrom,
    serverPid: countOf(given, 'pid'),
    profile: given.get('profile'),
    compresses: !given.has('plain-clients'),
  }
}

function listOf<Name extends string>(
  given: ReadonlyMap<string, string>,
  option: string,
  names: readonly Name[],
): readonly Name[] | undefined {
  const chosen = given.get(option)?.split(',')
  return chosen?.map((word) => {
    const name = names.find((each) => each.toLowerCase() === word.trim().toLowerCase())
    if (name === undefined) {
      throw new ArgumentError(`--${option} takes ${names.join(', ')}, not ${word}.`)
    }
    return name
  })
}

/**
 * The whole number that was given with an option; undefined when there is none.
 *
 * @throws {ArgumentError}
 */
export function countOf(given: ReadonlyMap<string, string>, option: string): number | undefined {
  const text = given.get(option)
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) {
    throw new ArgumentError(`--${option} takes a whole number of at least 1, not ${text}.`)
  }
  return value
}

function address(given: ReadonlyMap<string, string>, option: string): URL | undefined {
  const text = given.get(option)
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (url === null) throw new ArgumentError(`--${option} takes a complete address, not ${text}.`)
  return url
}
