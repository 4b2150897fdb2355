/** What turns the words behind it around. */
const forward = new Set([
  'geen',
  'zonder',
  'minder',
  'stop',
  'stoppen',
  'weg',
  'teveel',
  'nul',
  'schrap',
  'weinig',
  'nauwelijks',
  'amper',
  'gebrek',
  'tekort',
  'onnodige',
  'overbodige',
])
/** What turns its whole clause around. */
const around = new Set([
  'niet',
  'nooit',
  'niks',
  'niets',
  'niemand',
  'nie',
  'afschaffen',
  'ontbreekt',
  'ontbreken',
  'schrappen',
  'eruit',
  'nergens',
])

/** How surely a word that stands before 'niet' is denied: 'fouten mogen niet', 'wij gaan niet over fouten'. */
const BEFORE = 0.3

/** What is only a no to the clause before it: 'windmolens? nooit'. */
const noes = new Set([
  ...around,
  'nee',
  'liever',
  'absoluut',
  'alsjeblieft',
  'aub',
  'svp',
  'graag',
  'meer',
])

/** Whether a word turns others around. */
export function isDenying(word: string): boolean {
  return around.has(word) || forward.has(word)
}

/** The signs of every clause of a note. */
export function signsOfAll(clauses: readonly (readonly string[])[]): number[][] {
  const all = clauses.map(signsOf)
  for (const [place, clause] of clauses.entries()) {
    const before = all[place - 1]
    const isNo = clause.every((word) => noes.has(word)) && clause.some((word) => around.has(word))
    if (isNo && before !== undefined) all[place - 1] = before.map((sign) => -sign)
  }
  return all
}

/** How often a note says no: 'geen', 'niet', 'zonder'. */
export function denialsIn(clauses: readonly (readonly string[])[]): number {
  return clauses.reduce(
    (sum, clause) =>
      sum +
      clause.filter(
        (word, place) =>
          (around.has(word) || forward.has(word)) &&
          !(word === 'niet' && isNoDenial(clause[place - 1], clause[place + 1])),
      ).length,
    0,
  )
}

/** How many words behind 'geen', 'zonder' and 'minder' go with it. */
const REACH = 3
/** 'geen zin om …' goes with all that follows. */
const noWish = new Set(['zin', 'behoefte', 'belang', 'interesse', 'trek', 'reden'])
/** What ends that earlier. */
const ends = new Set(['meer', 'wel', 'juist', 'mag', 'mogen', 'kan', 'kun', 'is', 'zijn', 'wordt'])

/**
 * For each word of a clause whether it is said (1) or denied (-1). 'kan niet zonder subsidie' turns
 * subsidie around twice; what stands before 'niet' is denied a little. 'te veel regels' and 'te
 * weinig groen' are neither: they say that it is there as well as that it should not be so.
 */
export function signsOf(clause: readonly string[]): number[] {
  const signs = clause.map(() => 1)
  for (const [place, word] of clause.entries()) {
    const next = clause[place + 1]
    if (word === 'niet' && isNoDenial(clause[place - 1], next)) continue
    // 'te weinig' was read before it.
    if (word === 'weinig' && clause[place - 1] === 'te') continue
    if (around.has(word)) {
      for (const other of signs.keys()) {
        if (other !== place) signs[other]! *= other < place ? -BEFORE : -1
      }
    } else if (forward.has(word)) {
      const reach = noWish.has(next ?? '') ? clause.length : REACH
      for (let behind = place + 1; behind <= place + reach; behind++) {
        if (behind >= signs.length || ends.has(clause[behind] ?? '')) break
        signs[behind]! *= -1
      }
    } else if (word === 'teveel' || (word === 'te' && (next === 'veel' || next === 'weinig'))) {
      signs.fill(0, place + 1)
    }
  }
  return signs
}

/** 'niet alleen', 'of niet', 'waarom niet' and 'niet zomaar' deny nothing. */
function isNoDenial(before: string | undefined, next: string | undefined): boolean {
  return (
    ['of', 'waarom', 'wel'].includes(before ?? '') ||
    ['alleen', 'pas', 'zomaar', 'eens', 'slechts', 'verder', 'meteen', 'altijd'].includes(
      next ?? '',
    )
  )
}
