const SHORTEST = 6

/**
 * Words that are one typing error away from another: 'vertouwen' is 'vertrouwen'. Found by leaving
 * one letter out of each (W. Garbe, SymSpell, 2012), so no word is compared with all the others.
 *
 * @param listed - Words that are right; a word of the notes becomes one of these, never the reverse.
 */
export function variantsIn(
  own: readonly string[],
  listed: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const byRest = restsOfAll([...new Set(own)].filter((word) => !listed.has(word)))
  const byRestOfListed = restsOfListed(listed)
  const variants = new Map<string, string>()
  for (const word of own.toSorted()) {
    if (word.length < SHORTEST || /\d/.test(word) || listed.has(word)) continue
    const near = [
      ...new Set(
        restsOf(word).flatMap((rest) => [
          ...(byRestOfListed.get(rest) ?? []),
          ...(byRest.get(rest) ?? []),
        ]),
      ),
    ]
      .filter((other) => other !== word && other[0] === word[0] && isNear(word, other))
      .toSorted((a, b) => Number(listed.has(b)) - Number(listed.has(a)) || (a < b ? -1 : 1))
    const [best] = near
    if (best !== undefined && (listed.has(best) || best < word)) variants.set(word, best)
  }
  return variants
}

/** Words by what is left of them without one letter. */
function restsOfAll(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const byRest = new Map<string, string[]>()
  for (const word of [...words].toSorted()) {
    if (word.length < SHORTEST || /\d/.test(word)) continue
    for (const rest of restsOf(word)) {
      const known = byRest.get(rest)
      if (known === undefined) byRest.set(rest, [word])
      else known.push(word)
    }
  }
  return byRest
}

/** The list stays the same, and is long. */
const ofListed = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>()

function restsOfListed(listed: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const rests = ofListed.get(listed) ?? restsOfAll(listed)
  ofListed.set(listed, rests)
  return rests
}

function restsOf(word: string): string[] {
  return [word, ...Array.from(word, (_, place) => word.slice(0, place) + word.slice(place + 1))]
}

/** One letter too many, too few or another, or two that changed places. */
function isNear(one: string, other: string): boolean {
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const [a, b] = [one.slice(start), other.slice(start)]
  return (
    a.slice(1) === b ||
    b.slice(1) === a ||
    a.slice(1) === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  )
}
