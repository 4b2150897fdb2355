import type { VisionFields } from './state.ts'

/** What people decided about the cards on the vision, sorted out. Ids are those of records there. */
export interface VisionStructure {
  /** Which cards say the same, two or more each; a stack has the id of its first card. */
  readonly stacks: readonly { readonly id: string; readonly cards: readonly string[] }[]
  /** Which belong together, under a name that may be '' still. */
  readonly clusters: readonly {
    readonly id: string
    readonly name: string
    readonly cards: readonly string[]
  }[]
  /** From which cards statements are made. */
  readonly sources: readonly { readonly statement: string; readonly cards: readonly string[] }[]
  /** Of which people said that they are not the same; the smaller id first. */
  readonly notSame: readonly (readonly [string, string])[]
  /** Why cards are in no statement. */
  readonly reasons: readonly { readonly card: string; readonly why: string }[]
  /** Cards that their makers took out of a statement: they are no source of it, whoever links them. */
  readonly takenOut: readonly { readonly statement: string; readonly card: string }[]
}

const kinds = {
  same: 's',
  cluster: 'c',
  name: 'n',
  source: 'l',
  notSame: 'd',
  why: 'w',
  takenOut: 'x',
  verified: 'v',
} as const

/** Between two ids in one name: it stands in no id that a command takes. */
const between = ' '

/** The names of fields. */
export const field = {
  /** That two cards lie on one stack; a stack is what hangs together. */
  same: (one: string, other: string) => pairName(kinds.same, one, other),
  /** In which cluster a card is. */
  cluster: (card: string) => `${kinds.cluster}${between}${card}`,
  name: (cluster: string) => `${kinds.name}${between}${cluster}`,
  /** That a statement is made from a card. */
  source: (statement: string, card: string) =>
    `${kinds.source}${between}${statement}${between}${card}`,
  notSame: (one: string, other: string) => pairName(kinds.notSame, one, other),
  why: (card: string) => `${kinds.why}${between}${card}`,
  /** That the maker of a card took it out of a statement. */
  takenOut: (statement: string, card: string) =>
    `${kinds.takenOut}${between}${statement}${between}${card}`,
  /** What the maker of a card says of a statement that is made from it. */
  verified: (statement: string, card: string) =>
    `${kinds.verified}${between}${statement}${between}${card}`,
} as const

/** Whether a field may be told: what its maker says of a card tells something of who that is. */
export function isToldField(key: string): boolean {
  return !key.startsWith(`${kinds.verified}${between}`)
}

/** What the makers of cards said, statement by statement: by ids, with what is kept of each. */
export function saidByMakers(fields: VisionFields) {
  return Object.keys(fields)
    .toSorted()
    .flatMap((key) => {
      const [kind, statement = '', card = ''] = key.split(between)
      if (kind !== kinds.verified && kind !== kinds.takenOut) return []
      return [{ statement, card, isOut: kind === kinds.takenOut, value: fields[key] ?? '' }]
    })
}

/**
 * The same fields without of which card a maker said what: each such answer stands under a number, in the order of
 * what was said, so that all that is added up stays the same.
 */
export function archivedFields(fields: VisionFields): VisionFields {
  const entries = Object.entries(fields)
  const said = entries
    .filter(([key]) => !isToldField(key))
    .map(([key, value]) => ({ statement: key.split(between)[1] ?? '', value }))
    .toSorted((one, other) => (one.value < other.value ? -1 : 1))
  return Object.fromEntries([
    ...entries.filter(([key]) => isToldField(key)),
    ...said.map(({ statement, value }, place) => [field.verified(statement, `${place}`), value]),
  ])
}

function pairName(kind: string, one: string, other: string): string {
  return [kind, ...[one, other].toSorted()].join(between)
}

/** What the fields say, each by its kind, in the order of their names. */
interface Sorted {
  readonly same: (readonly [string, string])[]
  readonly notSame: (readonly [string, string])[]
  readonly source: (readonly [string, string])[]
  readonly takenOut: (readonly [string, string])[]
  readonly cluster: Map<string, string>
  readonly name: Map<string, string>
  readonly why: Map<string, string>
}

function sorted(fields: VisionFields): Sorted {
  const all: Sorted = {
    same: [],
    notSame: [],
    source: [],
    takenOut: [],
    cluster: new Map(),
    name: new Map(),
    why: new Map(),
  }
  for (const key of Object.keys(fields).toSorted()) {
    const [kind, id = '', other = ''] = key.split(between)
    const value = fields[key] ?? ''
    if (kind === kinds.same) all.same.push([id, other])
    else if (kind === kinds.notSame) all.notSame.push([id, other])
    else if (kind === kinds.source) all.source.push([id, other])
    else if (kind === kinds.takenOut) all.takenOut.push([id, other])
    else if (kind === kinds.cluster) all.cluster.set(id, value)
    else if (kind === kinds.name) all.name.set(id, value)
    else if (kind === kinds.why) all.why.set(id, value)
  }
  return all
}

/** Sorts out what was decided. The order in which it was decided makes no difference. */
export function structureOf(fields: VisionFields): VisionStructure {
  const { same, notSame, source, takenOut, cluster, name, why } = sorted(fields)
  const isIn = ([statement, card]: readonly [string, string]): boolean =>
    fields[field.takenOut(statement, card)] === undefined
  const stackOf = stacksOf(same)
  const stacks = grouped([...stackOf].toSorted(byCard).map(([card, stack]) => [stack, card]))
  // A stack lies in one cluster, whatever became of its cards one by one.
  const clusterOf = new Map<string, string>(cluster)
  for (const cards of stacks.values()) {
    const own = cards.map((card) => cluster.get(card)).find((each) => each !== undefined)
    for (const card of cards) if (own !== undefined) clusterOf.set(card, own)
  }
  const clusters = grouped([...clusterOf].toSorted(byCard).map(([card, id]) => [id, card]))
  return {
    stacks: listed(stacks).map(([id, cards]) => ({ id, cards })),
    clusters: listed(clusters).map(([id, cards]) => ({ id, name: name.get(id) ?? '', cards })),
    sources: listed(grouped(source.filter(isIn))).map(([statement, cards]) => ({
      statement,
      cards,
    })),
    notSame: notSame.filter(([one, other]) => {
      const stack = stackOf.get(one)
      return stack === undefined || stack !== stackOf.get(other)
    }),
    reasons: [...why].map(([card, reason]) => ({ card, why: reason })),
    takenOut: takenOut.map(([statement, card]) => ({ statement, card })),
  }
}

function grouped(
  pairs: readonly (readonly [string, string])[],
): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>()
  for (const [id, item] of pairs) {
    const list = lists.get(id)
    if (list === undefined) lists.set(id, [item])
    else list.push(item)
  }
  return lists
}

function listed(lists: ReadonlyMap<string, readonly string[]>) {
  return [...lists].toSorted(byCard)
}

function byCard([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}

/** Of each card that lies on a stack, which: by the first card of what hangs together. */
export function stacksOf(
  pairs: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> {
  const above = new Map<string, string>()
  const top = (card: string): string => {
    let found = card
    for (let next = above.get(found); next !== undefined; next = above.get(found)) found = next
    return found
  }
  for (const [one, other] of pairs) {
    const [first, second] = [top(one), top(other)].toSorted() as [string, string]
    if (first !== second) above.set(second, first)
  }
  return new Map(pairs.flat().map((card) => [card, top(card)]))
}

/** The cards that lie on stacks, with what ties them. */
export function pairsIn(fields: VisionFields): readonly (readonly [string, string])[] {
  return sorted(fields).same
}

/** The cards in a cluster, in order of their ids. */
export function cardsInCluster(fields: VisionFields, cluster: string): readonly string[] {
  return structureOf(fields).clusters.find(({ id }) => id === cluster)?.cards ?? []
}
