import { closeSync, openSync, readSync } from 'node:fs'

/** The file of word vectors is not what it should be; says in Dutch what is wrong with it. */
export class WrongVectors extends Error {
  override readonly name = 'WrongVectors'
}

/** Read at a time, in bytes. */
const CHUNK = 1024 * 1024
/** No space of words has more axes. */
const MOST_AXES = 4096
/** So many bytes tell which kind of file it is. */
const SAMPLE = 64 * 1024

/**
 * Vectors of words from a file that an administrator names: a word with its numbers on every line (as
 * fastText and GloVe write, with or without a line of how many there are before it), or the same as
 * word2vec writes it in bytes. Of the file only the words that are asked for are kept.
 */
export class WordVectors {
  readonly #path: string
  readonly #known = new Map<string, Float32Array | undefined>()

  constructor(path: string) {
    this.#path = path
  }

  /**
   * Vectors of words, by word; looks through the file when one is asked for the first time.
   *
   * @throws {WrongVectors} When the file is not there, or not of either kind.
   */
  of(words: readonly string[]): ReadonlyMap<string, Float32Array> {
    const wanted = new Set(words.filter((word) => !this.#known.has(word)))
    if (wanted.size > 0) {
      const found = withFile(this.#path, (file) => read(file, kindOf(file), wanted))
      for (const word of wanted) this.#known.set(word, found.get(word))
    }
    return new Map(
      words.flatMap((word) => {
        const vector = this.#known.get(word)
        return vector === undefined ? [] : [[word, vector] as const]
      }),
    )
  }
}

/** What is wrong with a file of word vectors, as far as its beginning tells, in Dutch. */
export function whatIsWrongWith(path: string): string | undefined {
  try {
    withFile(path, kindOf)
    return undefined
  } catch (error) {
    if (error instanceof WrongVectors) return error.message
    throw error
  }
}

interface Kind {
  readonly isBinary: boolean
  readonly axes: number
  /** Where the first word stands. */
  readonly from: number
}

function withFile<Outcome>(path: string, work: (file: number) => Outcome): Outcome {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    throw new WrongVectors(`het bestand ${path} is er niet of is niet te lezen`)
  }
  try {
    return work(file)
  } catch (error) {
    if (error instanceof WrongVectors) throw new WrongVectors(`in ${path} ${error.message}`)
    // A folder can be opened and not read.
    throw new WrongVectors(`het bestand ${path} is niet te lezen`)
  } finally {
    closeSync(file)
  }
}

function kindOf(file: number): Kind {
  const bytes = Buffer.alloc(SAMPLE)
  const sample = bytes.subarray(0, readSync(file, bytes, 0, SAMPLE, 0))
  const end = sample.indexOf('\n')
  const first = sample.subarray(0, end).toString().trim()
  const counted = /^\d+ (\d+)$/.exec(first)
  if (end === -1 || first === '') throw new WrongVectors('staan geen woorden met getallen')
  const from = counted === null ? 0 : end + 1
  const line = sample.subarray(from, sample.indexOf('\n', from)).toString().trim().split(/\s+/)
  const axes = counted === null ? line.length - 1 : Number(counted[1])
  if (axes < 1 || axes > MOST_AXES) throw new WrongVectors('staan geen woorden met getallen')
  const isText = line.length === axes + 1 && line.slice(1).every((each) => isNumber(each))
  if (!isText && counted === null) throw new WrongVectors('staan geen woorden met getallen')
  return { isBinary: !isText, axes, from }
}

function isNumber(text: string): boolean {
  return /^-?\d*\.?\d+(?:e[+-]?\d+)?$/i.test(text)
}

function read(
  file: number,
  kind: Kind,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, Float32Array> {
  const found = new Map<string, Float32Array>()
  let rest = Buffer.alloc(0)
  let at = kind.from
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK)
    const count = readSync(file, chunk, 0, CHUNK, at)
    at += count
    const bytes = Buffer.concat([rest, chunk.subarray(0, count)])
    const isLast = count === 0
    const used = kind.isBinary
      ? takeBinary(bytes, kind, wanted, found)
      : takeLines(bytes, isLast, kind, wanted, found)
    rest = bytes.subarray(used)
    if (isLast) {
      if (kind.isBinary && rest.toString().trim() !== '')
        throw new WrongVectors('ontbreekt het eind')
      return found
    }
    if (found.size === wanted.size) return found
  }
}

/** Reads whole lines; says how many bytes those were. */
function takeLines(
  bytes: Buffer,
  isLast: boolean,
  { axes }: Kind,
  wanted: ReadonlySet<string>,
  found: Map<string, Float32Array>,
): number {
  let from = 0
  for (;;) {
    const newline = bytes.indexOf(10, from)
    const end = newline === -1 && isLast ? bytes.length : newline
    if (end === -1 || from >= bytes.length) return from
    const space = bytes.indexOf(32, from)
    const word =
      space > from && space < end ? bytes.toString('utf8', from, space).toLowerCase() : ''
    if (wanted.has(word) && !found.has(word)) {
      const numbers = bytes.toString('utf8', space, end).trim().split(/\s+/)
      if (numbers.length !== axes || !numbers.every((each) => isNumber(each))) {
        throw new WrongVectors(`heeft het woord ‘${word}’ niet evenveel getallen als de andere`)
      }
      found.set(word, Float32Array.from(numbers, Number))
    }
    from = end + 1
  }
}

/** The same for words that each are followed by their numbers as bytes, little ones first. */
function takeBinary(
  bytes: Buffer,
  { axes }: Kind,
  wanted: ReadonlySet<string>,
  found: Map<string, Float32Array>,
): number {
  let from = 0
  for (;;) {
    let start = from
    while (bytes[start] === 10) start++
    const space = bytes.indexOf(32, start)
    const end = space + 1 + axes * 4
    if (space === -1 || end > bytes.length) return from
    const word = bytes.toString('utf8', start, space).toLowerCase()
    if (wanted.has(word) && !found.has(word)) {
      const vector = new Float32Array(axes)
      for (let axis = 0; axis < axes; axis++) vector[axis] = bytes.readFloatLE(space + 1 + axis * 4)
      if (!vector.every((value) => Number.isFinite(value))) {
        throw new WrongVectors(`heeft het woord ‘${word}’ geen getallen`)
      }
      found.set(word, vector)
    }
    from = end
  }
}
