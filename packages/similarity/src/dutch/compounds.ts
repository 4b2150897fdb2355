import { stem } from './stem.ts'

const SHORTEST_PART = 3
const SHORTEST_COMPOUND = 7

/**
 * Takes compounds apart against words that are known: those of the notes and of the list, the idea
 * of Koehn and Knight, "Empirical Methods for Compound Splitting" (EACL 2003): only parts that also
 * stand alone. Between the parts may be s, e or en.
 *
 * @returns The stems of both parts, or nothing when the word is no compound of known words.
 */
export function partsOf(word: string, known: ReadonlySet<string>): readonly string[] {
  if (word.length < SHORTEST_COMPOUND) return []
  let best: readonly string[] = []
  let shortest = 0
  for (let place = SHORTEST_PART; place <= word.length - SHORTEST_PART; place++) {
    const head = stem(word.slice(place))
    const left = word.slice(0, place)
    const first = [left, left.replace(/(en|s|e)$/, '')]
      .filter((part) => part.length >= SHORTEST_PART)
      .map(stem)
      .find((part) => known.has(part))
    const score = first !== undefined && known.has(head) ? Math.min(place, word.length - place) : 0
    if (score > shortest && first !== undefined) {
      shortest = score
      best = [first, head]
    }
  }
  return best.length > 0 ? best : oneKnownPart(word, known)
}

/** 'groenbeleid' has green in it, also when nobody wrote about beleid. */
function oneKnownPart(word: string, known: ReadonlySet<string>): readonly string[] {
  for (let place = word.length - 4; place >= 5; place--) {
    const left = word.slice(0, place)
    if (known.has(left) || known.has(stem(left))) return [stem(left)]
  }
  for (let place = 4; place <= word.length - 5; place++) {
    const head = stem(word.slice(place))
    if (head.length >= 5 && known.has(head)) return [head]
  }
  return []
}
