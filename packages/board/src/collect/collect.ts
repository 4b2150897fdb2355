import type { RecordId } from '@stip/primitives'
import { withdrawCopies, writeCopy } from '../merge/copy-writes.ts'
import type { Orphan } from '../merge/copy-writes.ts'
import { MergeDraft } from '../merge/merge-draft.ts'
import { copyId, drawingId } from '../merge/merge-ids.ts'
import { isRemovedByPeople, memory, sameValue } from '../merge/merge-memory.ts'
import type { MergePlan } from '../merge/merge-plan.ts'
import { originOf, sourceOf } from '../merge/merge.ts'
import { parentOf } from '../merge/page-places.ts'
import type { StoredRecord } from '../record.ts'
import { viewSources } from '../source-view.ts'
import type { SourceView } from '../source-view.ts'
import { pageId } from '../zone.ts'
import { cardCopy, orphanOf } from './card-copy.ts'
import type { CardPlace } from './card-copy.ts'
import { cardsOf, zonesOf } from './cards.ts'
import type { Card } from './cards.ts'
import { carryConcepts } from './carry-concepts.ts'
import { collectAssets } from './collect-assets.ts'
import type { CollectInput, CollectPlace } from './collect-input.ts'
import { descriptionIn } from './drawing-description.ts'
import { drawingOrphans, partsIn, writeDrawing } from './drawing-copy.ts'
import { pastedCards } from './pasted-cards.ts'
import { VisionRoom } from './vision-room.ts'

/**
 * Plans what the vision collects of what groups made (verzamelen): their hoofdpunten, sentences
 * and drawings, each one time, in the zones that take them. All else stays on the boards of the
 * groups, from where people can bring it. SPEC.md says what it promises; the plan of a second
 * time that found nothing new is empty.
 */
export function collect(input: CollectInput): MergePlan {
  const draft = new MergeDraft(input.vision)
  const room = new VisionRoom(input.vision)
  const places = input.places.filter(({ zone }) => room.has(zone))
  const concepts = carryConcepts(draft, room, places)
  const pasted = pastedCards(input.vision)
  const orphans = new Map<RecordId, Orphan>()
  for (const [column, view] of viewSources(input.boards).entries()) {
    const work = { input, draft, room, view, column, places, concepts, pasted }
    collectDrawings(work, orphans)
    for (const card of cardsOf(view)) collectCard(work, card)
    collectAssets(draft, view, input.merge)
    for (const [id, orphan] of goneCards(work)) orphans.set(id, orphan)
  }
  withdrawCopies(draft, orphans)
  return draft.plan()
}

interface Work {
  readonly input: CollectInput
  readonly draft: MergeDraft
  readonly room: VisionRoom
  readonly view: SourceView
  /** Which of the groups it is, counted from 0. */
  readonly column: number
  readonly places: readonly CollectPlace[]
  /** Zones for sentences in which people wrote their own. */
  readonly concepts: ReadonlySet<RecordId>
  /** What people put there themselves. */
  readonly pasted: ReadonlySet<RecordId>
}

function collectCard(work: Work, card: Card): void {
  const { draft, view, input } = work
  const { record } = card
  const id = copyId(view.board, record.id)
  const copy = draft.before.get(id)
  const takers = work.places.filter((place) => takes(work, place, card))
  const taker = takers.at(-1)
  const isThere = copy?.isGone === false
  if (!isThere && (work.pasted.has(id) || (taker === undefined && !card.isKeyCard))) return
  const origin = sourceOf(view, record.id, input.merge)
  const known = { record, origin, letter: view.group.letter, copy }
  const staysAway = copy !== undefined && isRemovedByPeople(copy)
  const isBrought = !staysAway && (!isThere || isWaiting(work, copy, takers))
  writeCopy(draft, cardCopy(known, isBrought ? placeFor(work, taker) : undefined))
}

function takes({ view, concepts }: Work, place: CollectPlace, card: Card): boolean {
  if (place.group !== undefined && place.group !== view.group.id) return false
  if (place.what === 'key-cards') return card.isKeyCard
  const isFrom = card.zone !== undefined && place.from.includes(card.zone)
  return (
    place.what === 'sentences' &&
    isFrom &&
    card.record.props['richText'] !== undefined &&
    !concepts.has(place.zone)
  )
}

/** Whether a copy still lies where an earlier step, or nothing at all, had a place for it. */
function isWaiting(
  { room }: Work,
  { record, base }: StoredRecord,
  takers: readonly CollectPlace[],
): boolean {
  if (takers.length === 0 || parentOf(record) !== pageId) return false
  const zone = room.zoneOf(record)
  if (zone !== undefined) return takers.slice(0, -1).some((earlier) => earlier.zone === zone)
  const placed = base?.[memory.placed]
  const xy = typeof placed === 'object' && placed !== null && 'xy' in placed ? placed.xy : undefined
  return sameValue(xy, [record['x'] ?? 0, record['y'] ?? 0])
}

function placeFor({ room, column }: Work, taker: CollectPlace | undefined): CardPlace {
  if (taker === undefined) {
    const take: CardPlace['take'] = (size) => room.takeLoose(column, size)
    return { zone: undefined, isSentence: false, width: 700, take }
  }
  const { zone, what } = taker
  const take: CardPlace['take'] = (size) => room.take(zone, size)
  return { zone, isSentence: what === 'sentences', width: room.roomIn(zone).w, take }
}

function collectDrawings(work: Work, orphans: Map<RecordId, Orphan>): void {
  const { draft, view, input, places } = work
  const findZone = zonesOf(view)
  const own = places.filter(
    ({ what, group }) => what === 'drawing' && (group === undefined || group === view.group.id),
  )
  for (const id of new Set(own.flatMap(({ from }) => from))) {
    const zone = view.zones.get(id)
    if (zone === undefined) continue
    const drawn = { view, zone, merge: input.merge }
    const parts = partsIn(view, id, findZone)
    const takers = own.filter(({ from }) => from.includes(id))
    const frame = draft.before.get(drawingId(view.board, id))
    const isBrought = frame?.isGone !== false || isWaiting(work, frame, takers)
    if (parts.size > 0) {
      const place = isBrought ? placeFor(work, takers.at(-1)) : undefined
      const description = descriptionIn(view, zone, parts, findZone)
      writeDrawing(draft, drawn, parts, { place, description })
    }
    for (const [part, orphan] of drawingOrphans(draft, drawn, parts)) orphans.set(part, orphan)
  }
}

/** Cards on the vision of which the group deleted the source. */
function goneCards({ draft, view, input }: Work): ReadonlyMap<RecordId, Orphan> {
  const orphans = new Map<RecordId, Orphan>()
  for (const [id, stored] of draft.before) {
    const origin = originOf(stored)
    if (origin?.board !== view.board || view.present.has(origin.record)) continue
    const { letter } = view.group
    const renewed = { ...origin, revision: input.merge }
    orphans.set(
      id,
      orphanOf({ record: stored.record, origin: renewed, letter }, stored.record.type),
    )
  }
  return orphans
}
