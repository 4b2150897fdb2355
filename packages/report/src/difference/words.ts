/** A part of two texts: in both, only in the one before, or only in the one after. */
export interface WordPart {
  readonly kind: 'kept' | 'removed' | 'added'
  readonly text: string
}

/** Two texts of two hundred words each, and some more; longer ones are compared as a whole. */
const MOST_CELLS = 250_000

/**
 * The difference between two texts, word by word. What is kept and removed is the text before, what is kept
 * and added the text after, letter for letter.
 */
export function wordDifference(before: string, after: string): readonly WordPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const isTooMuch = old.length * now.length > MOST_CELLS
  const parts = isTooMuch ? whole(before, after) : alongLongest(old, now)
  return parts.reduce<WordPart[]>((joined, part) => {
    const last = joined.at(-1)
    if (part.text === '') return joined
    if (last?.kind !== part.kind) return [...joined, part]
    return [...joined.slice(0, -1), { kind: part.kind, text: last.text + part.text }]
  }, [])
}

function whole(before: string, after: string): readonly WordPart[] {
  if (before === after) return [{ kind: 'kept', text: before }]
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
}

/** Words, and what stands between them, each by itself. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}'’-]+|\s+|[^\p{L}\p{N}\p{M}'’\s-]/gu) ?? []
}

/** Walks along the longest row of words that both have. */
function alongLongest(old: readonly string[], now: readonly string[]): readonly WordPart[] {
  const lengths = commonLengths(old, now)
  const width = now.length + 1
  const at = (one: number, other: number): number => lengths[one * width + other] ?? 0
  const [removed, added, kept]: [WordPart[], WordPart[], WordPart[]] = [[], [], []]
  const parts: WordPart[] = []
  let [one, other] = [0, 0]
  const put = (): void => {
    parts.push(...removed.splice(0), ...added.splice(0), ...kept.splice(0))
  }
  while (one < old.length || other < now.length) {
    const [before, after] = [old[one], now[other]]
    if (before !== undefined && before === after) {
      kept.push({ kind: 'kept', text: before })
      put()
      one++
      other++
    } else if (
      before !== undefined &&
      (after === undefined || at(one + 1, other) >= at(one, other + 1))
    ) {
      removed.push({ kind: 'removed', text: before })
      one++
    } else {
      added.push({ kind: 'added', text: after ?? '' })
      other++
    }
  }
  put()
  return parts
}

/** How many words two texts have in common, in order, from each place on. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  for (let one = old.length - 1; one >= 0; one--) {
    for (let other = now.length - 1; other >= 0; other--) {
      const right = lengths[one * width + other + 1] ?? 0
      const below = lengths[(one + 1) * width + other] ?? 0
      const next = lengths[(one + 1) * width + other + 1] ?? 0
      lengths[one * width + other] = old[one] === now[other] ? next + 1 : Math.max(right, below)
    }
  }
  return lengths
}
