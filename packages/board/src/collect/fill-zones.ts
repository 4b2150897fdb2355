import type { RecordId } from '@stip/primitives'
import { withdrawCopies, writeCopy } from '../merge/copy-writes.ts'
import type { Orphan } from '../merge/copy-writes.ts'
import { MergeDraft } from '../merge/merge-draft.ts'
import { fillId, isFillId } from '../merge/merge-ids.ts'
import type { MergePlan } from '../merge/merge-plan.ts'
import { sourceOf } from '../merge/merge.ts'
import { viewSources } from '../source-view.ts'
import type { SourceView } from '../source-view.ts'
import { cardCopy, orphanOf } from './card-copy.ts'
import type { CardPlace } from './card-copy.ts'
import { cardsOf, hasStar } from './cards.ts'
import type { Card } from './cards.ts'
import type { CollectInput, CollectPlace } from './collect-input.ts'
import { VisionRoom } from './vision-room.ts'

/**
 * Plans how zones of a group are filled with copies of what that group made in earlier steps, on the
 * same board. What it made stays where it is. SPEC.md says what it promises.
 *
 * @param input - One board; `vision` is that board as it is stored.
 */
export function fillZones({ boards, vision, merge, places }: CollectInput): MergePlan {
  const draft = new MergeDraft(vision)
  const room = new VisionRoom(vision)
  const orphans = new Map<RecordId, Orphan>()
  for (const view of viewSources(boards)) {
    const cards = cardsOf(view).filter(({ record: { id, type } }) => {
      return !isFillId(id) && type !== 'image'
    })
    for (const place of places.filter(({ zone }) => room.has(zone))) {
      const isTaken = takenBy(place, cards)
      for (const card of cards) {
        const { record } = card
        const id = fillId(place.zone, record.id)
        const copy = draft.before.get(id)
        if (copy === undefined && !isTaken(card)) continue
        const origin = sourceOf(view, record.id, merge)
        const known = { record, origin, letter: undefined, copy, id }
        const isNew = copy === undefined
        writeCopy(draft, cardCopy(known, isNew ? placeIn(room, place.zone) : undefined))
      }
    }
    for (const [id, orphan] of goneCopies(draft, view, merge)) orphans.set(id, orphan)
  }
  withdrawCopies(draft, orphans)
  return draft.plan()
}

/** Of cards, those with a star; where none has one, all. Nothing that lies in the zone itself. */
function takenBy({ what, from, zone }: CollectPlace, cards: readonly Card[]) {
  const isFrom = (card: Card): boolean =>
    card.zone !== zone && (from.length === 0 || from.includes(card.zone ?? ''))
  if (what === 'key-cards') return (card: Card) => card.isKeyCard && isFrom(card)
  const hasStars = cards.some((card) => isFrom(card) && hasStar(card.record))
  return (card: Card) => isFrom(card) && (!hasStars || hasStar(card.record))
}

function placeIn(room: VisionRoom, zone: RecordId): CardPlace {
  const { w: width } = room.roomIn(zone)
  return { zone, isSentence: false, width, take: (size) => room.take(zone, size) }
}

/** Copies of what the group deleted since. */
function goneCopies(
  draft: MergeDraft,
  { board, present }: SourceView,
  merge: number,
): ReadonlyMap<RecordId, Orphan> {
  const orphans = new Map<RecordId, Orphan>()
  for (const [id, { record, sources }] of draft.before) {
    const [source] = sources
    if (!isFillId(id) || source?.board !== board || present.has(source.record)) continue
    const origin = { ...source, revision: merge }
    orphans.set(id, orphanOf({ record, origin, letter: undefined }, record.type))
  }
  return orphans
}
