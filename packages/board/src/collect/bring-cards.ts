import type { BoardId, RecordId } from '@stip/primitives'
import { writeCopy } from '../merge/copy-writes.ts'
import { fieldsOf } from '../fields.ts'
import { MergeDraft } from '../merge/merge-draft.ts'
import { copyId } from '../merge/merge-ids.ts'
import { inState } from '../merge/merge-memory.ts'
import type { ChangeWrite, MergePlan } from '../merge/merge-plan.ts'
import { originOf, sourceOf } from '../merge/merge.ts'
import { isTouched } from '../merge/reconcile.ts'
import type { StoredRecord } from '../record.ts'
import { viewSources } from '../source-view.ts'
import { cardCopy, orphanOf } from './card-copy.ts'
import type { CardPlace } from './card-copy.ts'
import { cardsOf } from './cards.ts'
import { collectAssets } from './collect-assets.ts'
import type { CollectInput } from './collect-input.ts'
import { VisionRoom } from './vision-room.ts'

/** Which card of the board of a group. */
export interface CardName {
  readonly board: BoardId
  readonly record: RecordId
}

/**
 * Plans how cards that somebody chose come to the vision. What is there stays as it is; what people
 * took off it comes back, for that is what somebody wants now.
 *
 * @param input - `to` is a zone of the vision; undefined: the column of the group.
 */
export function bringCards(
  input: CollectInput & { readonly cards: readonly CardName[]; readonly to: RecordId | undefined },
): MergePlan {
  const wanted = new Set(input.cards.map(({ board, record }) => copyId(board, record)))
  const vision = input.vision.map((stored) =>
    wanted.has(stored.record.id) ? asHidden(stored) : stored,
  )
  const draft = new MergeDraft(vision)
  const room = new VisionRoom(vision)
  for (const [column, view] of viewSources(input.boards).entries()) {
    const columns = input.places.filter(
      ({ what, group, zone }) => what === 'key-cards' && group === view.group.id && room.has(zone),
    )
    const zone = input.to !== undefined && room.has(input.to) ? input.to : columns.at(-1)?.zone
    for (const { record } of cardsOf(view)) {
      const copy = draft.before.get(copyId(view.board, record.id))
      if (!wanted.has(copyId(view.board, record.id)) || copy?.isGone === false) continue
      const origin = sourceOf(view, record.id, input.merge)
      const place: CardPlace = {
        zone,
        isSentence:
          record.props['richText'] !== undefined &&
          input.places.some((each) => each.zone === zone && each.what === 'sentences'),
        width: zone === undefined ? 700 : room.roomIn(zone).w,
        take: (size) => (zone === undefined ? room.takeLoose(column, size) : room.take(zone, size)),
      }
      writeCopy(draft, cardCopy({ record, origin, letter: view.group.letter, copy }, place))
    }
    collectAssets(draft, view, input.merge)
  }
  return draft.plan()
}

/** Plans how cards that were brought go off the vision again; what people changed since stays. */
export function putCardsBack(
  vision: readonly StoredRecord[],
  cards: readonly CardName[],
): readonly ChangeWrite[] {
  const wanted = new Set(cards.map(({ board, record }) => copyId(board, record)))
  return vision.flatMap((stored): ChangeWrite[] => {
    const { record, base, isGone } = stored
    const origin = originOf(stored)
    if (!wanted.has(record.id) || isGone || origin === undefined) return []
    const letter = typeof record.meta['group'] === 'string' ? record.meta['group'] : ''
    const { last } = orphanOf({ record, origin, letter }, record.type)
    if (isTouched(last(base), fieldsOf(record))) return []
    return [
      { kind: 'change', id: record.id, fields: { gone: true }, base: inState(base, 'hidden') },
    ]
  })
}

function asHidden(stored: StoredRecord): StoredRecord {
  return stored.isGone ? { ...stored, base: inState(stored.base, 'hidden') } : stored
}
