import type { RecordId } from '@stip/primitives'
import { outlineOf } from '../outline/outline.ts'
import type { OutlineItem, OutlineSection } from '../outline/outline.ts'
import { parentOf } from '../merge/page-places.ts'
import type { BoardRecord } from '../record.ts'
import { pageId } from '../zone.ts'
import { listOf } from './statement-list.ts'
import { statementLists } from './vision.ts'
import type {
  StatementList,
  Structure,
  Vision,
  VisionCard,
  VisionCluster,
  VisionInput,
  VisionPile,
  VisionStatement,
} from './vision.ts'

/**
 * Reads the vision off its board and off what people decided: cards on piles, piles in clusters, and the
 * statements that are made from them. SPEC.md says what it promises; the order of anything that is
 * given makes no difference, and what is named but not there is passed over.
 */
export function readVision(input: VisionInput): Vision {
  const { structure } = input
  const found = itemsOn(input)
  const sources = sourcesOf(found, structure)
  const used = new Set([...sources.values()].flatMap((cards) => [...cards]))
  const recordOf = new Map(input.records.map((record) => [record.id, record]))
  const takenOut = new Set(structure.takenOut.map(({ card }) => card))
  const whyOf = new Map(structure.reasons.map(({ card, why }) => [card, why]))
  const lettersOf = (id: RecordId): readonly string[] => lettersBehind(recordOf.get(id), input)
  const cardOf = ({ id, text, kind }: OutlineItem): VisionCard => ({
    id,
    words: text.trim(),
    isPicture: kind === 'image',
    letters: lettersOf(id),
    sources: input.sourcesOf(id),
    isWithdrawn: recordOf.get(id)?.meta['withdrawn'] === true,
    isUsed: used.has(id),
    isTakenBack: takenOut.has(id) && !used.has(id),
    why: whyOf.get(id) ?? '',
  })
  const [cards, captions] = [found.cards.map(cardOf), found.captions.map(cardOf)]
  const byId = new Map([...cards, ...captions].map((card) => [card.id, card]))
  const piles = pilesOf(cards, structure)
  const clusters = clustersOf(piles, structure)
  const inCluster = new Set(clusters.flatMap(({ piles: own }) => own.map(({ id }) => id)))
  const loose = piles.filter(({ id }) => !inCluster.has(id))
  return {
    clusters,
    shared: loose.filter(({ letters }) => letters.length > 1),
    unique: loose.filter(({ letters }) => letters.length < 2),
    statements: found.statements.map(({ item: { id, text }, list, zone }): VisionStatement => {
      const own = [...(sources.get(id) ?? [])].flatMap((card) => byId.get(card) ?? [])
      const letters = together([...own, { letters: lettersOf(id) }])
      const isWithoutSource = own.length === 0 && input.sourcesOf(id).length === 0
      return { id, text: text.trim(), list, zone, cards: own, letters, isWithoutSource }
    }),
    cards,
    captions,
    unprocessed: cards.filter(
      ({ isUsed, isTakenBack, why }) => !isUsed && !isTakenBack && why === '',
    ),
  }
}

interface StatementItem {
  readonly item: OutlineItem
  readonly list: StatementList
  readonly zone: RecordId
}

interface Found {
  readonly cards: readonly OutlineItem[]
  readonly captions: readonly OutlineItem[]
  readonly statements: readonly StatementItem[]
}

const saying: ReadonlySet<OutlineItem['kind']> = new Set(['note', 'text', 'shape', 'image'])

/** What lies on the vision, sorted into statements and the cards of groups. */
function itemsOn({ records, zones, sourcesOf: origins }: VisionInput): Found {
  const known = new Map(zones.map((zone) => [zone.id, zone]))
  const onPage = new Set(records.filter(isOnPage).map(({ id }) => id))
  const sheets = new Set(records.filter(isSheet).map(({ id }) => id))
  const parents = new Map(records.map((record) => [record.id, parentOf(record)]))
  const [cards, captions]: [OutlineItem[], OutlineItem[]] = [[], []]
  const statements: StatementItem[] = []
  for (const section of outlineOf(records).sections) {
    const zone = known.get(section.id)
    const list = listOf(section, zone)
    for (const item of section.items) {
      const isSaid = item.text.trim() !== ''
      const isOnSheet = sheets.has(parents.get(item.id) ?? '')
      if (isOnSheet && isSaid && saying.has(item.kind) && origins(item.id).length > 0) {
        captions.push(item)
      }
      if (!onPage.has(item.id) || !saying.has(item.kind)) continue
      if (list !== undefined && isSaid) statements.push({ item, list, zone: section.id })
      else if (list === undefined && takesCards(section, zone?.kind)) {
        const isOfGroup = origins(item.id).length > 0
        if (isOfGroup && (isSaid || item.kind === 'image')) cards.push(item)
      }
    }
  }
  const inOrder = statementLists.flatMap((list) => statements.filter((each) => each.list === list))
  return { cards, captions, statements: inOrder }
}

/** The sentence that a group wrote under its drawing is no card; nor is what lies in its lane, whole. */
function takesCards({ kind, isText }: OutlineSection, zoneKind: string | undefined): boolean {
  if (kind === 'lane') return false
  if (kind === 'zone') return zoneKind !== undefined && zoneKind !== 'group-board' && !isText
  return true
}

/** The frame in which a group's drawing comes, with its letter. */
function isSheet({ type, meta }: BoardRecord): boolean {
  return type === 'frame' && typeof meta['group'] === 'string'
}

function isOnPage(record: BoardRecord): boolean {
  return parentOf(record) === pageId
}

/**
 * Of each statement the cards behind it: those that people put there, and those that an arrow ties to it,
 * without what its maker took out.
 */
function sourcesOf(
  { cards, captions, statements }: Found,
  structure: Structure,
): ReadonlyMap<RecordId, ReadonlySet<RecordId>> {
  const linked = new Map(structure.sources.map((each) => [each.statement, new Set(each.cards)]))
  const takenOut = Map.groupBy(structure.takenOut, ({ statement }) => statement)
  return new Map(
    statements.map(({ item }) => {
      const out = new Set(takenOut.get(item.id)?.map(({ card }) => card))
      const tied = new Set(item.connections.map(({ other }) => other))
      const named = linked.get(item.id) ?? new Set<string>()
      const own = [...cards, ...captions].filter(
        ({ id }) => !out.has(id) && (named.has(id) || tied.has(id)),
      )
      return [item.id, new Set(own.map(({ id }) => id))]
    }),
  )
}

/** The letters of the groups whose work something is. */
function lettersBehind(
  record: BoardRecord | undefined,
  { sourcesOf: origins, letterOf }: VisionInput,
): readonly string[] {
  if (record === undefined) return []
  const own = record.meta['group']
  const letters = origins(record.id).flatMap(({ group }) => letterOf(group) ?? [])
  if (typeof own === 'string' && own !== '') letters.push(own)
  return [...new Set(letters)].toSorted()
}

function pilesOf(cards: readonly VisionCard[], { stacks }: Structure): readonly VisionPile[] {
  const stackOf = new Map(stacks.flatMap(({ id, cards: own }) => own.map((card) => [card, id])))
  const piles = Map.groupBy(cards, ({ id }) => stackOf.get(id) ?? id)
  return [...piles.values()].map((own) => {
    const letters = together(own)
    const id = own.map((card) => card.id).toSorted()[0] as RecordId
    return { id, cards: own, letters }
  })
}

function clustersOf(
  piles: readonly VisionPile[],
  { clusters }: Structure,
): readonly VisionCluster[] {
  const clusterOf = new Map(clusters.flatMap(({ id, cards }) => cards.map((card) => [card, id])))
  const inClusters = Map.groupBy(piles, ({ cards }) =>
    cards.map(({ id }) => clusterOf.get(id)).find((id) => id !== undefined),
  )
  return clusters.flatMap(({ id, name }) => {
    const own = inClusters.get(id) ?? []
    return own.length === 0 ? [] : [{ id, name, piles: own, letters: together(own) }]
  })
}

function together(all: readonly { readonly letters: readonly string[] }[]): readonly string[] {
  return [...new Set(all.flatMap(({ letters }) => letters))].toSorted()
}
