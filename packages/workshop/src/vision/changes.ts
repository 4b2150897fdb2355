import { cardsInCluster, field, pairsIn, stacksOf, structureOf } from './fields.ts'
import { tied, untied, wholeStacks } from './stacking.ts'
import type { Wanted } from './stacking.ts'
import type { FieldChanges, VisionFields } from './state.ts'

/**
 * Puts cards on one stack, with all that lie on stacks with them. They are in one cluster then: that of
 * the first card that is in any. Who says that cards are the same takes back that they were not.
 */
export function stacked(fields: VisionFields, cards: readonly string[]): FieldChanges {
  const wanted = tied(fields, cards)
  if (wanted.size === 0) return {}
  const all = wholeStacks(fields, cards)
  const clusterOf = clustersByCard(fields)
  const cluster = all.map((card) => clusterOf.get(card)).find((each) => each !== undefined)
  for (const [place, card] of all.entries()) {
    if (cluster !== undefined) wanted.set(field.cluster(card), cluster)
    for (const other of all.slice(place + 1)) wanted.set(field.notSame(card, other), null)
  }
  return changesTo(fields, withoutEmptyClusters(fields, wanted))
}

/** Takes cards off the stack on which they lie: each by itself, and remembered as not the same as the rest. */
export function split(fields: VisionFields, cards: readonly string[]): FieldChanges {
  const taken = new Set(cards)
  const wanted = untied(fields, taken)
  const stackOf = stacksOf(pairsIn(fields))
  for (const card of taken) {
    const stack = stackOf.get(card)
    if (stack === undefined) continue
    for (const [other, itsStack] of stackOf) {
      if (itsStack === stack && other !== card) wanted.set(field.notSame(card, other), '')
    }
  }
  return changesTo(fields, wanted)
}

/** Remembers that two cards are not the same, of a proposal that was wrong. Cards of one stack stay there. */
export function rejected(
  fields: VisionFields,
  [one, other]: readonly [string, string],
): FieldChanges {
  const isOneStack = one === other || wholeStacks(fields, [one]).includes(other)
  return isOneStack ? {} : changesTo(fields, new Map([[field.notSame(one, other), '']]))
}

/** Puts cards, with their stacks, in a cluster: one that there is, or a new one of their own. */
export function clustered(
  fields: VisionFields,
  cards: readonly string[],
  into: { readonly cluster: string | undefined; readonly name: string },
): FieldChanges {
  const all = wholeStacks(fields, cards)
  const cluster = into.cluster ?? newCluster(fields, all)
  if (cluster === undefined) return {}
  // Somebody else emptied it meanwhile.
  if (into.cluster !== undefined && cardsInCluster(fields, cluster).length === 0) return {}
  const wanted: Wanted = new Map(all.map((card) => [field.cluster(card), cluster]))
  if (into.cluster === undefined && into.name !== '') wanted.set(field.name(cluster), into.name)
  return changesTo(fields, withoutEmptyClusters(fields, wanted))
}

/** Takes cards, with their stacks, out of the cluster in which they are. */
export function unclustered(fields: VisionFields, cards: readonly string[]): FieldChanges {
  const all = wholeStacks(fields, cards)
  const wanted: Wanted = new Map(all.map((card) => [field.cluster(card), null]))
  return changesTo(fields, withoutEmptyClusters(fields, wanted))
}

/** Names a cluster; '' takes its name away. */
export function named(fields: VisionFields, cluster: string, name: string): FieldChanges {
  if (cardsInCluster(fields, cluster).length === 0) return {}
  return changesTo(fields, new Map([[field.name(cluster), name === '' ? null : name]]))
}

/**
 * Makes cards, with their stacks, sources of a statement. What is a source is not unused any more; what its
 * maker took out of the statement stays out.
 */
export function linked(
  fields: VisionFields,
  statement: string,
  cards: readonly string[],
): FieldChanges {
  const wanted: Wanted = new Map()
  for (const card of wholeStacks(fields, cards)) {
    if (fields[field.takenOut(statement, card)] !== undefined) continue
    wanted.set(field.source(statement, card), '')
    wanted.set(field.why(card), null)
  }
  return changesTo(fields, wanted)
}

/** Takes sources off a statement: these cards and no others of their stacks. */
export function unlinked(
  fields: VisionFields,
  statement: string,
  cards: readonly string[],
): FieldChanges {
  return changesTo(fields, new Map(cards.map((card) => [field.source(statement, card), null])))
}

/** Says why a card, with its stack, is in no statement; '' takes that back. */
export function explained(
  fields: VisionFields,
  cards: readonly string[],
  why: string,
): FieldChanges {
  const reason = why === '' ? null : why
  const all = wholeStacks(fields, cards)
  return changesTo(fields, new Map(all.map((each) => [field.why(each), reason])))
}

/** What takes a decision back: only of fields that still are what it made of them. */
export function takenBack(fields: VisionFields, changes: FieldChanges): FieldChanges {
  return Object.fromEntries(
    Object.entries(changes).flatMap(([key, [before, after]]) =>
      (fields[key] ?? null) === after ? [[key, [after, before]] as const] : [],
    ),
  )
}

/** The fields as changes make them. */
export function changed(fields: VisionFields, changes: FieldChanges): VisionFields {
  const next = new Map(Object.entries(fields))
  for (const [key, [, after]] of Object.entries(changes)) {
    if (after === null) next.delete(key)
    else next.set(key, after)
  }
  return Object.fromEntries(next)
}

function clustersByCard(fields: VisionFields): ReadonlyMap<string, string> {
  const { clusters } = structureOf(fields)
  return new Map(clusters.flatMap(({ id, cards }) => cards.map((card) => [card, id])))
}

/**
 * The id of a new cluster of these cards, after the first of them that names no other; undefined when they
 * are a cluster already, because somebody else pressed too.
 */
function newCluster(fields: VisionFields, cards: readonly string[]): string | undefined {
  const { clusters } = structureOf(fields)
  const isThere = clusters.some(({ cards: own }) => own.join() === cards.join())
  if (isThere) return undefined
  const others = new Set(
    clusters.filter((each) => each.cards.some((card) => !cards.includes(card))).map(({ id }) => id),
  )
  return cards.find((card) => !others.has(card))
}

/** A cluster without cards is none: its name goes with the last of them. */
function withoutEmptyClusters(fields: VisionFields, wanted: Wanted): Wanted {
  const next = changed(fields, changesTo(fields, wanted))
  const left = new Set(structureOf(next).clusters.map(({ id }) => id))
  for (const { id } of structureOf(fields).clusters) {
    if (!left.has(id)) wanted.set(field.name(id), null)
  }
  return wanted
}

/** What is to become of fields, as what changes. */
export function changesTo(fields: VisionFields, wanted: Wanted): FieldChanges {
  return Object.fromEntries(
    [...wanted].flatMap(([key, after]) => {
      const before = fields[key] ?? null
      return before === after ? [] : [[key, [before, after]] as const]
    }),
  )
}
