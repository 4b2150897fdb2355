import { addNote, OF_SCRIBE, sectionsOf, ZoneLayout } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { createRecord, liveOnPaper, readBoard } from '@stip/documents'
import { ok, refuse } from '@stip/primitives'
import type { BoardId, RecordId, Result } from '@stip/primitives'
import { encodeUpdate } from '@stip/sync/protocol'
import type { Room } from '@stip/sync/room'
import { drawnZones } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import { setImmediate } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Visitor } from '../../identity/grants.ts'
import type { ProblemCode } from '../../problem-texts.ts'
import type { Services } from '../../services.ts'
import { handIn } from './hand-in.ts'
import { drawStepAreas } from '../step-areas.ts'
import { identityOf } from '../visit.ts'

/** What is to be written, and where. */
interface Note {
  readonly id: RecordId
  readonly zone: RecordId
  readonly words: string
  /** Written by a scribe, for somebody who has no phone. */
  readonly isOfScribe?: boolean
}

type Outcome = Result<undefined, ProblemCode>

/** What this desk knows of a room while it is open. */
interface Place {
  /** Every person writes under a Yjs client id of their own, as if the board stood open on their phone. */
  readonly sheets: Map<string, Y.Doc>
  /** The last that each person handed in: the next waits for it, as it goes on where that ended. */
  readonly handedIn: Map<string, Promise<unknown>>
  /** Notes that have a spot and may not be on disk yet. */
  readonly onTheWay: Map<RecordId, OnTheWay>
  /** One after the other, so that no two take the same spot. */
  queue: Promise<unknown>
  /** What stood on the board, as it is stored. */
  seen: Seen
}

interface Seen {
  readonly at: number
  readonly records: readonly BoardRecord[]
  readonly ids: ReadonlySet<RecordId>
  /** Of these, and of what is on the way: the board is not laid out anew for each note. */
  readonly layout: ZoneLayout
}

interface OnTheWay {
  readonly record: BoardRecord
  readonly outcome: Promise<Outcome>
}

/** Sixty people send within a second: the board is not read anew for each. Milliseconds. */
const FRESH_MS = 200

/**
 * Puts notes on boards for who has no board open: a phone that sends words. The server looks for a
 * spot, and hands the note in as that person's own: the gateway judges it, and limits, history and
 * ownership hold as on every other line.
 */
export class NoteDesk {
  readonly #services: Pick<Services, 'rooms' | 'elapsed'>
  readonly #places = new WeakMap<Room, Place>()

  constructor(services: Pick<Services, 'rooms' | 'elapsed'>) {
    this.#services = services
  }

  /** Resolves when the note is on disk. The same id twice is one note. */
  async write(visitor: Visitor, boardId: BoardId, note: Note): Promise<Outcome> {
    const room = await this.#services.rooms.open(boardId)
    // A step that has just begun may not be on the board yet.
    await drawStepAreas(room, visitor.session, boardId)
    const place = this.#placeIn(room)
    const turn = place.queue.then(async () => {
      // Between two of them whoever draws is heard.
      await setImmediate()
      await this.#look(room, place)
      if (!place.seen.ids.has(note.zone) && isDrawn(visitor.session, note.zone)) {
        // The step began since the board was looked at.
        place.seen = { ...place.seen, at: -Infinity }
        await this.#look(room, place)
      }
      return this.#send(place, { visitor, boardId, note })
    })
    place.queue = turn.catch(() => undefined)
    return (await turn).outcome
  }

  /** Gives a note its spot, and sends it on its way. */
  #send(
    place: Place,
    { visitor, boardId, note }: { visitor: Visitor; boardId: BoardId; note: Note },
  ): { readonly outcome: Outcome | Promise<Outcome> } {
    const { seen, onTheWay } = place
    const before = onTheWay.get(note.id)
    if (before !== undefined) return before
    if (seen.ids.has(note.id)) return { outcome: ok(undefined) }
    const waiting = [...onTheWay.values()].map(({ record }) => record)
    seen.layout.settle()
    const records = [...seen.records, ...waiting].map((one) => seen.layout.shown(one))
    const section = sectionsOf(records).find(({ id, canAdd }) => id === note.zone && canAdd)
    const made = section && addNote(records, section, note.words, note.id).create[0]
    const record = made && note.isOfScribe === true ? markedOfScribe(made) : made
    if (record === undefined) return { outcome: refuse('no-such-zone') }
    const outcome = this.#inLine(place, identityOf(visitor.actor), () =>
      this.#handIn(place, { visitor, boardId, record }),
    )
    onTheWay.set(note.id, { record, outcome })
    seen.layout.update(record)
    return { outcome }
  }

  async #look(room: Room, place: Place): Promise<void> {
    if (this.#services.elapsed() - place.seen.at < FRESH_MS) return
    await room.settled()
    const stored = room.read((doc) => readBoard(doc))
    const records = liveOnPaper(stored)
    place.seen = {
      at: this.#services.elapsed(),
      records,
      layout: new ZoneLayout(records),
      ids: new Set(stored.map(({ record }) => record.id)),
    }
    for (const id of place.onTheWay.keys()) {
      if (place.seen.ids.has(id)) place.onTheWay.delete(id)
    }
    for (const { record } of place.onTheWay.values()) place.seen.layout.update(record)
  }

  /** One after the other for each person: what is refused drags nothing along that came behind it. */
  async #inLine(place: Place, whose: string, handIn: () => Promise<Outcome>): Promise<Outcome> {
    const before = place.handedIn.get(whose) ?? Promise.resolve()
    const turn = before.then(handIn, handIn)
    place.handedIn.set(whose, turn)
    try {
      return await turn
    } finally {
      if (place.handedIn.get(whose) === turn) place.handedIn.delete(whose)
    }
  }

  async #handIn(
    place: Place,
    { visitor, boardId, record }: { visitor: Visitor; boardId: BoardId; record: BoardRecord },
  ): Promise<Outcome> {
    const { sheets, onTheWay } = place
    const { actor, grant } = visitor
    const identity = identityOf(visitor.actor)
    const sheet = sheets.get(identity) ?? new Y.Doc()
    sheets.set(identity, sheet)
    const before = Y.encodeStateVector(sheet)
    let isTaken = false
    try {
      createRecord(sheet, record)
      const update = encodeUpdate(Y.encodeStateAsUpdate(sheet, before))
      const outcome = await handIn(this.#services.rooms, boardId, { actor, grant, update })
      isTaken = outcome.ok
      return outcome
    } finally {
      // What comes after a refused update is a gap: the next one begins on a new sheet.
      if (!isTaken) {
        sheets.delete(identity)
        onTheWay.delete(record.id)
        place.seen.layout.remove(record.id)
      }
    }
  }

  #placeIn(room: Room): Place {
    const known = this.#places.get(room)
    if (known !== undefined) return known
    const place: Place = {
      sheets: new Map(),
      handedIn: new Map(),
      onTheWay: new Map(),
      queue: Promise.resolve(),
      seen: { at: -Infinity, records: [], ids: new Set(), layout: new ZoneLayout() },
    }
    this.#places.set(room, place)
    return place
  }
}

function markedOfScribe(record: BoardRecord): BoardRecord {
  return { ...record, meta: { ...record.meta, [OF_SCRIBE]: true } }
}

/** Whether something is a zone of the step that a session is in. */
function isDrawn(session: Session, zone: RecordId): boolean {
  return drawnZones(session, session.steps.position).some(({ name }) => `shape:${name}` === zone)
}
