import { setImmediate } from 'node:timers/promises'
import type { StoredRecord } from '@stip/board'
import { contributionsTo, CREATION, readRecord, relationsOn } from '@stip/documents'
import type { Relations } from '@stip/documents'
import type { BoardId, JsonObject, PersonId, RecordId } from '@stip/primitives'
import type { Room } from '@stip/sync/room'
import { roomBoards } from '@stip/workshop'
import type { Session, TakenRecord } from '@stip/workshop'
import type { Services } from '../../services.ts'

/** Where a record stands. */
export interface Place {
  readonly boardId: BoardId
  readonly recordId: RecordId
}

/** What goes when a remark is taken away, as it stands now, and whose words it is. */
export interface GoesAlong {
  readonly records: readonly TakenRecord[]
  readonly authors: readonly PersonId[]
}

/** After so many records others are heard. */
const RECORDS_AT_ONCE = 50

/**
 * What goes with a remark: that itself, what it is a copy of, and what was copied from those, on every
 * board of the session; of a frame or a group what stands in it, of a photo
 * all that shows it. Each board is looked through once, and others are heard in between.
 */
export async function whatGoesAlong(
  { rooms }: Services,
  session: Session,
  first: Place,
): Promise<GoesAlong> {
  const open = new Map<BoardId, Room>()
  const known = new Map<string, Relations>()
  const copies = new Map<string, Place[]>()
  const inside = new Map<string, Place[]>()
  const shown = new Map<string, Place[]>()
  const photos = new Map<string, Place[]>()
  for (const { id: boardId } of roomBoards(session)) {
    // oxlint-disable-next-line no-await-in-loop
    const room = await rooms.open(boardId)
    // oxlint-disable-next-line no-await-in-loop
    await room.settled()
    open.set(boardId, room)
    for (const each of room.read(relationsOn)) {
      const place = { boardId, recordId: each.id }
      known.set(nameOf(place), each)
      for (const source of sourceOf(each)) listed(copies, nameOf(source)).push(place)
      const { parent, asset, photo } = each
      if (parent !== undefined) listed(inside, nameOf({ boardId, recordId: parent })).push(place)
      if (asset !== undefined) listed(shown, nameOf({ boardId, recordId: asset })).push(place)
      if (photo !== undefined) listed(photos, photo).push(place)
    }
    // oxlint-disable-next-line no-await-in-loop
    await setImmediate()
  }
  const found = new Map<string, Place>()
  const waiting: Place[] = [first]
  for (const place of waiting) {
    const name = nameOf(place)
    const each = known.get(name)
    if (each === undefined || each.isFixed || found.has(name)) continue
    found.set(name, place)
    const others = [copies, inside, shown].flatMap((each) => each.get(name) ?? [])
    waiting.push(...sourceOf(each), ...others)
    const { boardId } = place
    if (each.asset !== undefined) waiting.push({ boardId, recordId: each.asset })
    // The same photo, added once more, shows the same person.
    if (each.photo !== undefined) waiting.push(...(photos.get(each.photo) ?? []))
  }
  return asTheyStand(session, open, [...found.values()])
}

/** What something is a copy of. What was made of several is more than any of them. */
function sourceOf({ sources }: Relations): readonly Place[] {
  const [only, ...others] = sources
  if (only === undefined || others.length > 0) return []
  return [{ boardId: only.board, recordId: only.record }]
}

async function asTheyStand(
  session: Session,
  open: ReadonlyMap<BoardId, Room>,
  places: readonly Place[],
): Promise<GoesAlong> {
  const people = new Set(session.people.all.map(({ id }) => id))
  const records: TakenRecord[] = []
  const [writers, makers] = [new Set<PersonId>(), new Set<PersonId>()]
  for (const [boardId, onBoard] of Map.groupBy(places, (place) => place.boardId)) {
    const room = open.get(boardId)
    for (let from = 0; from < onBoard.length; from += RECORDS_AT_ONCE) {
      const part = onBoard.slice(from, from + RECORDS_AT_ONCE)
      // oxlint-disable-next-line no-await-in-loop
      await room?.settled()
      room?.read((doc) => {
        for (const { recordId } of part) {
          const stored: StoredRecord | undefined = readRecord(doc, recordId)
          if (stored === undefined) continue
          records.push({ boardId, recordId, stored: stored as unknown as JsonObject })
          for (const { field, client } of contributionsTo(doc, recordId)) {
            const owner = room.ownerOf(client)
            if (owner === undefined || !people.has(owner)) continue
            if (wordy.has(field)) writers.add(owner)
            else if (field === CREATION) makers.add(owner)
          }
        }
      })
      // oxlint-disable-next-line no-await-in-loop
      await setImmediate()
    }
  }
  // Who wrote the words; of what has none, who made it.
  return { records, authors: [...(writers.size > 0 ? writers : makers)] }
}

const wordy: ReadonlySet<string> = new Set(['t', 'p.text', 'p.title', 'p.name', 'p.altText'])

function nameOf({ boardId, recordId }: Place): string {
  return `${boardId} ${recordId}`
}

function listed(lists: Map<string, Place[]>, name: string): Place[] {
  const list = lists.get(name) ?? []
  lists.set(name, list)
  return list
}
