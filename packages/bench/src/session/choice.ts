import { ArgumentError, countOf } from '../arguments.ts'

/** What is to be measured of a session. */
export interface Choice {
  readonly people: number
  readonly runs: number
  /** How long after something its memory is read. */
  readonly settleSeconds: number
  /** The folder of another build, measured in turn with this one. */
  readonly beside: string | undefined
  /** Folder for CPU profiles of this build. */
  readonly profile: string | undefined
}

export const usage = `npm run bench:session -- [options]
  --people N        how many take part (default 990)
  --beside FOLDER   the checkout of another build with its parts installed, measured in turn
  --runs N          how often (default 1; 3 with --beside)
  --settle SECONDS  how long after all came, and after all went, memory is read (default 60)
  --profile FOLDER  writes CPU profiles of this build`

/**
 * Reads the command line.
 *
 * @throws {ArgumentError}
 */
export function readChoice(words: readonly string[]): Choice {
  const given = new Map<string, string>()
  const known = new Set([...usage.matchAll(/ --([a-z]+)/g)].map((found) => found[1]))
  for (let at = 0; at < words.length; at += 2) {
    const name = (words[at] ?? '').replace(/^--/, '')
    const value = words[at + 1]
    if (!known.has(name)) throw new ArgumentError(`I do not know ${words[at]}.`)
    if (value === undefined) throw new ArgumentError(`--${name} needs a value.`)
    given.set(name, value)
  }
  const beside = given.get('beside')
  return {
    people: countOf(given, 'people') ?? 990,
    runs: countOf(given, 'runs') ?? (beside === undefined ? 1 : 3),
    settleSeconds: countOf(given, 'settle') ?? 60,
    beside,
    profile: given.get('profile'),
  }
}
