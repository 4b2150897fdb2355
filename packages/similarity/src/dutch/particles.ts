import { stem } from './stem.ts'

/** What stands apart from its verb: 'wij denken mee', 'om los te laten'. */
const particles = new Set(
  `mee door op aan uit af terug over los vast samen tegen toe na bij in weg om onder voor langs
  rond vol dicht open`.split(/\s+/),
)
/** So many words may stand between a verb and what belongs to it. */
const REACH = 6

/** A word of a clause, with where it stands in what somebody wrote. */
export interface Placed {
  readonly word: string
  readonly place: number
  /** Of a verb that was put together. */
  readonly stem?: string
}

/**
 * A clause in which verbs are one with what stands apart from them, at the end as in a phrase, when that
 * is a word that is known: 'hakken de knoop door' is 'de knoop doorhakken'.
 */
export function withJoinedVerbs(
  clause: readonly string[],
  isKnown: (stem: string) => boolean,
): readonly Placed[] {
  const words: (Placed | undefined)[] = clause.map((word, place) => ({ word, place }))
  for (const [particle, word] of clause.entries()) {
    if (!particles.has(word)) continue
    const isBeforeTe = clause[particle + 1] === 'te'
    const places = [
      ...(isBeforeTe ? [particle + 2] : []),
      ...Array.from({ length: Math.min(REACH, particle) }, (_, step) => particle - 1 - step),
    ]
    for (const place of places) {
      const verb = words[place]
      if (verb === undefined || verb.word.length < 3 || verb.stem !== undefined) continue
      const stem = knownForm(`${word}${verb.word}`, isKnown)
      if (stem === undefined) continue
      words[place] = undefined
      words[particle] = { word: `${word}${verb.word}`, place, stem }
      break
    }
  }
  return words.filter((one) => one !== undefined)
}

function knownForm(joined: string, isKnown: (stem: string) => boolean): string | undefined {
  const own = stem(joined)
  return [own, own.replace(/[td]$/, '')].find(isKnown)
}
