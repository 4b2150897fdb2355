/** What is to be broken, and how often. */
export interface Choice {
  readonly kills: number
  readonly corruptions: number
  readonly fullDisks: number
  readonly port: number
  readonly seed: number
  /** After this many ms no more corruptions are begun; kills go on. */
  readonly patienceMs: number
}

export const usage = `npm run chaos -- [options]
  --kills N          how often the server is killed with kill -9 (default 60)
  --corruptions N    how often a copy of its files is damaged (default 40)
  --full             500 kills and 200 corruptions, however long it takes
  --seed N           repeats the choices of an earlier run
  --port N           the server's port; the next one is used too (default 4870)`

/** @throws {RangeError} With a sentence about what was typed. */
export function readChoice(words: readonly string[], seed: number): Choice {
  const given = new Map<string, number>()
  let isFull = false
  for (let at = 0; at < words.length; at++) {
    const [name = '', inline] = (words[at] ?? '').split('=', 2)
    if (name === '--full') {
      isFull = true
      continue
    }
    const value = Number(inline ?? words[++at])
    if (!['--kills', '--corruptions', '--seed', '--port'].includes(name)) {
      throw new RangeError(`I do not know ${name}.`)
    }
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} needs a number.`)
    given.set(name, value)
  }
  return {
    kills: given.get('--kills') ?? (isFull ? 500 : 60),
    corruptions: given.get('--corruptions') ?? (isFull ? 200 : 40),
    fullDisks: isFull ? 10 : 2,
    port: given.get('--port') ?? 4870,
    seed: given.get('--seed') ?? seed,
    patienceMs: isFull ? Infinity : 8 * 60_000,
  }
}
