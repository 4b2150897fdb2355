import type { BoardRecord, StoredRecord, ZoneLayout } from '@stip/board'
import { checkRecord, liveOnPaper, PAGE_ID, plainPlace, readRecord } from '@stip/documents'
import type { RecordId } from '@stip/primitives'
import type { TLRecord, TLStore } from 'tldraw'
import type * as Y from 'yjs'
import { applyRemote } from '../applying.ts'
import { noteChecked, trustChecked } from './checked.ts'
import { reuseRecord } from './reuse.ts'
import { boardRecordOf, isShared, sharedRecordOf } from '../shared-record.ts'
import type { SharedRecord } from '../shared-record.ts'

interface IncomingOptions {
  readonly store: TLStore
  readonly document: Y.Doc
  /** The shape whose words an open text editor keeps equal by itself. */
  readonly typedIn: () => RecordId | undefined
  /** Whether this person changed a record on screen, and the document does not know it yet. */
  readonly isUnwritten: (id: RecordId) => boolean
  /** How high zones are now. */
  readonly zones: ZoneLayout
  /** Whether this person holds something, under which nothing may move. */
  readonly hasInHand: () => boolean
}

/** Brings what stands in the document to the screen, record by record, once per frame. */
export class Incoming {
  readonly #store: TLStore
  readonly #document: Y.Doc
  readonly #typedIn: () => RecordId | undefined
  readonly #isUnwritten: IncomingOptions['isUnwritten']
  readonly #zones: ZoneLayout
  readonly #hasInHand: () => boolean
  readonly #touched = new Set<RecordId>()
  /** Records of which others changed the place and nothing else. */
  readonly #moved = new Set<RecordId>()
  /** Written by this person: right on screen, and to be read before it is compared with others. */
  readonly #written = new Set<RecordId>()
  /** All valid records as last read, so that only what was touched has to be read again. */
  readonly #read = new Map<RecordId, StoredRecord>()
  /** Records that stand elsewhere than they were put, so that all screens agree. */
  readonly #repaired = new Set<RecordId>()
  /** What they are measured from: whatever their lost parents stand in. */
  readonly #bases = new Set<RecordId>()
  #hasMoved = false
  readonly #quarantine = new Map<RecordId, string>()
  /** Records that stand lower than they are stored, so that each is made and checked once. */
  readonly #lowered = new WeakMap<BoardRecord, BoardRecord>()

  constructor({ store, document, typedIn, isUnwritten, zones, hasInHand }: IncomingOptions) {
    this.#store = store
    trustChecked(store)
    this.#document = document
    this.#typedIn = typedIn
    this.#isUnwritten = isUnwritten
    this.#zones = zones
    this.#hasInHand = hasInHand
  }

  /** Records that are on the board but cannot be drawn, and why; they are left as they are. */
  get quarantine(): ReadonlyMap<RecordId, string> {
    return this.#quarantine
  }

  /** Whether something is still to be shown. */
  get isWaiting(): boolean {
    return this.#touched.size > 0 || this.#moved.size > 0 || this.#hasMoved
  }

  /** The record may look different now. */
  touch(id: RecordId): void {
    this.#touched.add(id)
  }

  /** The record may stand elsewhere now, and is the same otherwise. */
  touchPlace(id: RecordId): void {
    this.#moved.add(id)
  }

  /**
   * The document has what the screen shows of this record.
   *
   * @param hasMoved - It came, went, or stands elsewhere among the others.
   */
  noteWritten(id: RecordId, hasMoved: boolean): void {
    this.#written.add(id)
    if (hasMoved || this.#bases.has(id) || this.#isInGroup(id)) this.#hasMoved = true
  }

  flush(): void {
    const moves = this.#plainMoves()
    if (moves.length > 0) this.#show(moves, [])
    if (this.#touched.size === 0 && !this.#hasMoved) {
      if (this.#hasGrown()) this.#showAll(new Set())
      return
    }
    const touched = new Set(this.#touched)
    this.#touched.clear()
    // What a record looks like is its own affair; where it stands among others is everybody's.
    const isMoved = [...touched].map((id) => this.#readAgain(id)).includes(true)
    const isRepaired = [...touched].some((id) => this.#repaired.has(id) || this.#bases.has(id))
    const hasGrown = this.#hasGrown()
    if (isMoved || isRepaired || hasGrown || this.#hasMoved) this.#showAll(touched)
    else this.#show(this.#changesTo([...touched].flatMap((id) => this.#read.get(id) ?? [])), [])
  }

  /**
   * Shapes on the page that others moved, which is nearly all that happens, without reading their
   * words again. What needs more than that is touched.
   */
  #plainMoves(): SharedRecord[] {
    const moves: SharedRecord[] = []
    for (const id of this.#moved) {
      if (this.#touched.has(id)) continue
      const known = this.#read.get(id)
      const shown = this.#store.get(id as SharedRecord['id'])
      const place =
        known?.record['parentId'] === PAGE_ID ? plainPlace(this.#document, id) : undefined
      const isRepaired = this.#repaired.has(id) || this.#bases.has(id)
      const isPlain = !this.#written.has(id) && !isRepaired && !this.#isUnwritten(id)
      if (known === undefined || shown?.typeName !== 'shape' || place === undefined || !isPlain) {
        this.#touched.add(id)
        continue
      }
      const [x] = place
      const record = { ...known.record, x, y: place[1] }
      this.#read.set(id, { ...known, record })
      this.#zones.update(record)
      const y = place[1] + this.#zones.shiftOf(record)
      if (shown.x !== x || shown.y !== y) moves.push({ ...shown, x, y })
    }
    this.#moved.clear()
    return moves
  }

  #showAll(alreadyRead: ReadonlySet<RecordId>): void {
    for (const id of this.#written) if (!alreadyRead.has(id)) this.#readAgain(id)
    this.#written.clear()
    this.#hasMoved = false
    const live = liveOnPaper([...this.#read.values()])
    this.#noteRepairs(live)
    this.#zones.reset(live)
    this.#hasGrown()
    const puts = live.flatMap((record) => this.#changeTo(this.#shownOf(record)) ?? [])
    this.#show(puts, this.#shownBeside(live.map(({ id }) => id)))
  }

  /** Works out how high zones are, unless that would move what is in hand. */
  #hasGrown(): boolean {
    return this.#zones.isStale && !this.#hasInHand() && this.#zones.settle()
  }

  /** A record of the paper as it is shown. */
  #shownOf(record: BoardRecord): SharedRecord {
    const shown = this.#zones.shown(record)
    if (shown === record) return sharedRecordOf(record)
    const known = this.#lowered.get(record)
    if (known !== undefined && known['y'] === shown['y'] && known.props['h'] === shown.props['h']) {
      return sharedRecordOf(known)
    }
    this.#lowered.set(record, shown)
    noteChecked(shown)
    return sharedRecordOf(shown)
  }

  /** How large a group is follows from what is in it. */
  #isInGroup(id: RecordId): boolean {
    const record = this.#read.get(id)?.record
    return record !== undefined && this.#parentRead(record)?.type === 'group'
  }

  #noteRepairs(live: readonly BoardRecord[]): void {
    this.#repaired.clear()
    this.#bases.clear()
    for (const record of live) {
      const stored = this.#read.get(record.id)?.record
      if (stored === undefined || stored === record) continue
      this.#repaired.add(record.id)
      if (stored['parentId'] !== record['parentId']) this.#noteBasesOf(stored)
    }
  }

  #noteBasesOf(record: BoardRecord): void {
    let above = this.#parentRead(record)
    while (above !== undefined && !this.#bases.has(above.id)) {
      this.#bases.add(above.id)
      above = this.#parentRead(above)
    }
  }

  #parentRead({ parentId }: BoardRecord): BoardRecord | undefined {
    return typeof parentId === 'string' ? this.#read.get(parentId)?.record : undefined
  }

  #changesTo(stored: readonly StoredRecord[]): SharedRecord[] {
    return stored.flatMap(({ record, isGone }) =>
      isGone ? [] : (this.#changeTo(this.#shownOf(record)) ?? []),
    )
  }

  /** @returns Whether the record came, went, or changed its place among the others. */
  #readAgain(id: RecordId): boolean {
    const before = this.#read.get(id)
    this.#written.delete(id)
    const stored = readRecord(this.#document, id)
    const checked = stored === undefined ? undefined : checkRecord(stored.record)
    if (checked?.ok === false) this.#quarantine.set(id, checked.refusal)
    else this.#quarantine.delete(id)
    const after = checked?.ok === true ? stored : undefined
    if (after === undefined) this.#read.delete(id)
    else {
      noteChecked(after.record)
      this.#read.set(id, after)
    }
    if (after === undefined || after.isGone) this.#zones.remove(id)
    else this.#zones.update(after.record)
    // Whether a screen that we changed ourselves looks right is only known by looking at all of it.
    const isShown = this.#store.has(id as TLRecord['id'])
    const belongs = after !== undefined && !after.isGone
    return before === undefined || isShown !== belongs || !standsTheSame(before, after)
  }

  #changeTo(next: SharedRecord): SharedRecord | undefined {
    if (this.#isUnwritten(next.id)) {
      // What this person did would be lost with it; it is shown when that is written.
      this.#touched.add(next.id)
      return undefined
    }
    const shown = this.#store.get(next.id)
    if (shown === undefined || !isShared(shown)) return next
    const record = reuseRecord(shown, this.#withOwnWords(shown, next))
    return record === shown ? undefined : record
  }

  /** An open text editor owns the words of its shape: giving it other words would move the caret. */
  #withOwnWords(shown: SharedRecord, next: SharedRecord): SharedRecord {
    if (shown.id !== this.#typedIn() || !('richText' in shown.props)) return next
    const { richText } = boardRecordOf(shown).props
    if (richText === undefined) return next
    const record = boardRecordOf(next)
    return sharedRecordOf({ ...record, props: { ...record.props, richText } })
  }

  /** What is on screen and does not belong there any more. */
  #shownBeside(live: readonly RecordId[]): SharedRecord['id'][] {
    const belongs = new Set<RecordId>(live)
    return this.#store
      .allRecords()
      .filter((record) => isShared(record) && !belongs.has(record.id))
      .filter(({ id }) => !this.#isUnwritten(id))
      .map((record) => record.id as SharedRecord['id'])
  }

  #show(puts: readonly SharedRecord[], removals: readonly SharedRecord['id'][]): void {
    if (puts.length === 0 && removals.length === 0) return
    try {
      applyRemote(this.#store, () => {
        // Bindings go first and come last, so that they never point at nothing.
        this.#store.remove(removals.filter(isBinding))
        this.#store.remove(removals.filter((id) => !isBinding(id) && this.#store.has(id)))
        this.#store.put(puts.filter(({ id }) => !isBinding(id)))
        this.#store.put(puts.filter(({ id }) => isBinding(id)))
      })
    } catch (error) {
      // Not one record may take the board down. With one left over, that one is the broken one.
      if (puts.length + removals.length <= 1) {
        for (const { id } of puts) this.#quarantine.set(id, String(error))
        return
      }
      for (const id of removals) this.#show([], this.#store.has(id) ? [id] : [])
      for (const record of puts) this.#show([record], [])
    }
  }
}

function isBinding(id: RecordId): boolean {
  return id.startsWith('binding:')
}

/** Whether nothing changed that decides which other records can be shown, and in what order. */
function standsTheSame(before: StoredRecord, after: StoredRecord | undefined): boolean {
  if (after === undefined || before.isGone !== after.isGone) return false
  const [one, other] = [before.record, after.record]
  // Repairs depend on the place of what is above; those records are few.
  const isOnPage = one['parentId'] === 'page:page' && other['parentId'] === 'page:page'
  // So does nearly everything on that of zones, which only the server changes.
  if (one.type === 'zone') return false
  return one.typeName === 'shape' && isOnPage && one['index'] === other['index']
}
