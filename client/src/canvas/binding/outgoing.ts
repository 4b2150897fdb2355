import type { BoardRecord, Fields, ZoneLayout } from '@stip/board'
import { fieldsOf } from '@stip/board'
import {
  changeFields,
  checkRecord,
  createRecord,
  mendedRecord,
  PAGE_ID,
  plainShape,
  readRecord,
  roundCoordinate,
  roundInk,
} from '@stip/documents'
import type { PlainShape } from '@stip/documents'
import { sameJson } from '@stip/primitives'
import type { Json, RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import type { Patch } from '../../board/patch.ts'
import { hasOnlyMoved } from './moved.ts'
import { boardRecordOf, sharedFieldsOf } from './shared-record.ts'
import type { SharedRecord } from './shared-record.ts'
import { isWet } from './wet-ink.ts'
import type { WetStroke } from './wet-ink.ts'

export interface Written {
  readonly patches: readonly Patch[]
  /** Records that cannot be on a board; the screen must go back to what the document says. */
  readonly rejected: readonly RecordId[]
  /** Records that were brought within what a board can draw, or into a zone; the screen must show that too. */
  readonly mended: readonly RecordId[]
}

interface Change {
  readonly before: SharedRecord | undefined
  readonly after: SharedRecord | undefined
}

interface WriteOptions {
  readonly document: Y.Doc
  readonly origin: unknown
  /** The shape whose words an open text editor writes by itself. */
  readonly typedIn: RecordId | undefined
  /** Whether this person may make things of this kind now. */
  readonly mayMake: (type: string) => boolean
  /** Also writes strokes whose pen is still down. */
  readonly withWetInk: boolean
}

interface OutgoingOptions {
  /** The record as the screen shows it now. */
  readonly shown: (id: RecordId) => SharedRecord | undefined
  /** How high zones are on that screen. */
  readonly zones: ZoneLayout
  /** The zone that something is meant for, told once. */
  readonly zoneFor: (id: RecordId) => RecordId | undefined
}

/** Collects what this person does, and writes only the fields that changed. */
export class Outgoing {
  readonly #shown: (id: RecordId) => SharedRecord | undefined
  /** What was changed, as it was before. */
  readonly #changed = new Map<RecordId, SharedRecord | undefined>()
  /** What is being dragged, for as long as nothing else happens to it. */
  readonly #dragged = new Map<RecordId, PlainShape>()

  readonly #zones: ZoneLayout
  readonly #zoneFor: (id: RecordId) => RecordId | undefined

  constructor({ shown, zones, zoneFor }: OutgoingOptions) {
    this.#shown = shown
    this.#zones = zones
    this.#zoneFor = zoneFor
  }

  get isEmpty(): boolean {
    return this.#changed.size === 0
  }

  /** How many records this person changed since the last writing. */
  get count(): number {
    return this.#changed.size
  }

  has(id: RecordId): boolean {
    return this.#changed.has(id)
  }

  /**
   * This person changes a record. What it becomes is seen when it is written: tldraw unties what it
   * copies, and puts that back without telling anybody.
   */
  note(id: RecordId, before: SharedRecord | undefined): void {
    if (!this.#changed.has(id)) this.#changed.set(id, before)
  }

  /** The document has other things of this record now than were written here. */
  noteOthers(id: RecordId): void {
    this.#dragged.delete(id)
  }

  /** A drag is over; the next one looks anew. */
  endDrag(): void {
    this.#dragged.clear()
  }

  /** The stroke that is being drawn now. */
  get wetStroke(): WetStroke | undefined {
    for (const id of this.#changed.keys()) {
      const record = this.#shown(id)
      if (isWet(record)) return record
    }
    return undefined
  }

  /** Forgets what was not written yet; the ids are those that the screen shows differently now. */
  drop(): readonly RecordId[] {
    const ids = [...this.#changed.keys()]
    this.#changed.clear()
    return ids
  }

  /** Writes everything in one transaction. */
  write({ document, origin, typedIn, mayMake, withWetInk }: WriteOptions): Written {
    const changes = this.#due(withWetInk)
    for (const [id] of changes) this.#changed.delete(id)
    const patches: Patch[] = []
    const rejected: RecordId[] = []
    const mended: RecordId[] = []
    document.transact(() => {
      for (const [id, change] of changes) {
        const zone = this.#zoneFor(id)
        if (zone === undefined && this.#movePlainly(document, change, patches)) continue
        this.#dragged.delete(id)
        const { after } = change
        const made = after === undefined ? undefined : boardRecordOf(after)
        const record = made === undefined ? undefined : mendedRecord(made)
        if (record !== made) mended.push(id)
        const stored = record === undefined ? undefined : this.#zones.toPaper(tidy(record), zone)
        if (stored?.meta !== record?.meta) mended.push(id)
        const checked = stored === undefined ? undefined : checkRecord(stored)
        const isNew = change.before === undefined && readRecord(document, id) === undefined
        const isForbidden = isNew && after?.typeName === 'shape' && !mayMake(after.type)
        if (checked?.ok === false || isForbidden) rejected.push(id)
        else {
          patches.push(
            ...writeOne(document, id, { ...change, record, paper: checked?.value }, typedIn),
          )
          if (checked === undefined) this.#zones.remove(id)
          else this.#zones.update(checked.value)
        }
      }
    }, origin)
    return { patches, rejected, mended }
  }

  /**
   * Nearly every change is that a shape on the page moves, and five hundred of them have to fit in
   * a frame.
   *
   * @returns False when nothing was done, because there is more to it.
   */
  #movePlainly(document: Y.Doc, { before, after }: Change, patches: Patch[]): boolean {
    if (before?.typeName !== 'shape' || after?.typeName !== 'shape') return false
    if (after.parentId !== PAGE_ID || !hasOnlyMoved(before, after)) return false
    // Moved there and back. Somebody else may have moved it meanwhile, which is not shown yet.
    if (before.x === after.x && before.y === after.y) return true
    const { id } = after
    const record = boardRecordOf(after)
    const paper = this.#zones.toPaper(record)
    // It came into another zone, which has to be written as well.
    if (paper.meta !== record.meta) return false
    const shape = this.#dragged.get(id) ?? plainShape(document, id)
    const moved = shape?.moveTo(after.x, Number(paper['y']))
    if (shape === undefined || moved === undefined) return false
    this.#dragged.set(id, shape)
    this.#zones.update(paper)
    if (moved.before !== moved.after) patches.push({ id, key: 'xy', ...moved })
    return true
  }

  #due(withWetInk: boolean): readonly (readonly [RecordId, Change])[] {
    const due: (readonly [RecordId, Change])[] = []
    for (const [id, before] of this.#changed) {
      const after = this.#shown(id)
      if (withWetInk || !isWet(after)) due.push([id, { before, after }])
    }
    return due
  }
}

interface DueChange extends Pick<Change, 'before'> {
  /** As the screen shows it now. */
  readonly record: BoardRecord | undefined
  /** The same as it is stored. */
  readonly paper: BoardRecord | undefined
}

function writeOne(
  document: Y.Doc,
  id: RecordId,
  { before: shownBefore, record, paper }: DueChange,
  typedIn: RecordId | undefined,
): Patch[] {
  const stored = readRecord(document, id)
  if (record === undefined || paper === undefined) {
    if (stored === undefined || stored.isGone) return []
    changeFields(document, id, { gone: true })
    return [{ id, key: 'gone', before: false, after: true }]
  }
  if (stored === undefined) {
    createRecord(document, paper)
    return [{ id, key: 'gone', before: true, after: false }]
  }
  const now = fieldsOf(stored.record)
  const changed: Record<string, Json> = {}
  const patches: Patch[] = []
  const set = (key: string, before: Json | undefined, after: Json): void => {
    if (sameJson(before, after)) return
    changed[key] = after
    patches.push({ id, key, before, after })
  }
  if (shownBefore === undefined) set('gone', stored.isGone, false)
  const fields = fieldsOf(paper)
  for (const key of changedFields(shownBefore, tidy(record))) {
    // What is typed goes into the fragment letter by letter, by the text editor itself.
    if (key === 't' && (id === typedIn || shownBefore === undefined)) continue
    if (key !== 'm.zone') set(key, now[key] ?? unsaid[key], fields[key] ?? null)
  }
  // What lost its parent is shown on the page. Where it goes means something only together with that.
  if ('xy' in changed) {
    const { pi } = fields
    set('m.zone', now['m.zone'] ?? null, fields['m.zone'] ?? null)
    if (pi !== undefined && parentIn(pi) !== parentIn(now['pi'])) set('pi', now['pi'], pi)
  }
  if (patches.length > 0) changeFields(document, id, changed)
  return patches
}

/** What holds of a note of which nobody said anything, so that undo has something to go back to. */
const unsaid: Fields = { 'm.keyCard': false }

/** The fields in which a record is shown otherwise than before. */
function changedFields(before: SharedRecord | undefined, after: BoardRecord): readonly string[] {
  const fields = fieldsOf(after)
  if (before === undefined) return Object.keys(fields)
  const earlier = sharedFieldsOf(before)
  return Object.keys(fields).filter((key) => !sameJson(earlier[key], fields[key] ?? null))
}

function parentIn(pi: Json | undefined): Json | undefined {
  return Array.isArray(pi) ? pi[0] : undefined
}

/** As it is kept: rounded, and without notes of its own, which copying would spread. */
function tidy(record: BoardRecord): BoardRecord {
  const { x, y, props } = record
  const { segments } = props
  return {
    ...record,
    ...(segments !== undefined && { props: { ...props, segments: roundInk(segments) } }),
    ...(typeof x === 'number' && { x: roundCoordinate(x) }),
    ...(typeof y === 'number' && { y: roundCoordinate(y) }),
  }
}
