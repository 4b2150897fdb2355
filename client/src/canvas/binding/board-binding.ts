import { ZoneLayout } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import type { TLStore } from 'tldraw'
import * as Y from 'yjs'
import { putBack } from '../../board/own-edits.ts'
import type { Patch } from '../../board/patch.ts'
import { onlyMovedIn, recordsIn } from '../../board/records-in.ts'
import { OwnUndo } from '../../board/undo/own-undo.ts'
import { namedOriginal } from '../copying/copy-origin.ts'
import { isEmptyText } from '../text/empty-text.ts'
import { isApplyingRemote } from './applying.ts'
import type { Frames } from './frames.ts'
import { Incoming } from './incoming/incoming.ts'
import { Outgoing } from './outgoing.ts'
import { isShared } from './shared-record.ts'
import type { SharedRecord } from './shared-record.ts'
import type { WetStroke } from './wet-ink.ts'
import { takeZoneWish } from './zone-wish.ts'

/** From so many records changed at once on, writing and showing take turns. */
const MANY = 100

interface BoardBindingOptions {
  readonly store: TLStore
  readonly document: Y.Doc
  /** This person's steps on this board; others than this screen may add to them. */
  readonly undo?: OwnUndo
  /** Calls back once per frame; tests decide when that is. */
  readonly frames: (work: () => void) => Frames
  readonly onWritten?: (patches: readonly Patch[]) => void
  /** Something was put on the board that does not belong there, and taken off again. */
  readonly onRejected?: () => void
}

/**
 * Keeps a board's document and its screen equal: what this person does is written field by
 * field, what others did is shown, both once per frame.
 */
export class BoardBinding {
  readonly undo: OwnUndo
  /** The shape that has a text editor open, which keeps its words equal by itself. */
  typedIn: RecordId | undefined
  /** Whether this person may make things of this kind now; the server decides, this is kinder. */
  mayMake: (type: string) => boolean = () => true
  /** Whether what this person does may still be taken back, so that others need not see it come and go. */
  holdsBack: () => boolean = () => false
  /** Whether this person holds something: until it is let go nothing moves under it because a zone grew. */
  hasInHand: () => boolean = () => false
  readonly document: Y.Doc
  readonly #zones = new ZoneLayout()
  readonly #records: Y.Map<unknown>
  readonly #incoming: Incoming
  readonly #outgoing: Outgoing
  readonly #frames: Frames
  readonly #onWritten: BoardBindingOptions['onWritten']
  readonly #onRejected: BoardBindingOptions['onRejected']
  readonly #moved = new Set<RecordId>()
  readonly #stops: (() => void)[] = []
  /** Origin of our own writing: it came from the screen, so it need not go there. */
  readonly #ownOrigin = Symbol('screen')
  readonly #ownsUndo: boolean
  /** What others did waits since the last frame. */
  #isTheirTurn = false

  constructor(options: BoardBindingOptions) {
    const { store, document, frames, onWritten, onRejected } = options
    this.document = document
    this.#records = document.getMap('records')
    this.#onWritten = onWritten
    this.#onRejected = onRejected
    this.#frames = frames(() => this.#flushInFrame())
    this.#outgoing = new Outgoing({
      shown: (id) => shownIn(store, id),
      zones: this.#zones,
      zoneFor: (id) => takeZoneWish(store, id),
    })
    this.#incoming = new Incoming({
      store,
      document,
      typedIn: () => this.typedIn,
      isUnwritten: (id) => this.#outgoing.has(id),
      zones: this.#zones,
      hasInHand: () => this.hasInHand(),
    })
    this.undo = options.undo ?? new OwnUndo(document)
    this.#ownsUndo = options.undo === undefined
    this.#listenToScreen(store)
    this.#listenToDocument()
    for (const id of this.#records.keys()) this.#incoming.touch(id)
    this.flush()
  }

  /** Records that are on the board but cannot be drawn, and why. */
  get quarantine(): ReadonlyMap<RecordId, string> {
    return this.#incoming.quarantine
  }

  /** Writes and shows everything now. Not while tldraw is in the middle of a change. */
  flush(): void {
    if (this.holdsBack() && !this.#outgoing.isEmpty) this.#frames.request()
    else this.flushOut()
    this.#incoming.flush()
    if (this.#zones.isStale) this.#frames.request()
  }

  /** The stroke that this person is drawing now; others see it as ink that is still wet. */
  get wetStroke(): WetStroke | undefined {
    return this.#outgoing.wetStroke
  }

  /** Writes what this person did until now, a stroke only when the pen was lifted. */
  flushOut(withWetInk = false): void {
    if (this.#outgoing.isEmpty) return
    const { patches, rejected, mended } = this.#outgoing.write({
      document: this.document,
      origin: this.#ownOrigin,
      typedIn: this.typedIn,
      mayMake: this.mayMake,
      withWetInk,
    })
    this.undo.note(patches.filter((patch) => !this.#followsFromTyping(patch)))
    for (const patch of patches) if (this.#isUnseen(patch)) this.undo.forget(patch.id)
    for (const { id, key, before } of patches) {
      this.#incoming.noteWritten(id, key === 'gone' || key === 'pi')
      if (key === 'xy' || before === true) this.#moved.add(id)
    }
    if (patches.length > 0) this.#onWritten?.(patches)
    for (const id of mended) this.showAgain(id)
    if (rejected.length > 0) {
      for (const id of rejected) this.showAgain(id)
      this.#onRejected?.()
    }
  }

  /** What follows is a new step for undo; what was done until now comes to rest. */
  beginStep(): void {
    this.flushOut(true)
    this.#outgoing.endDrag()
    this.undo.beginStep()
    // Stored places are rounded. Not while a drag is going on: it would stutter.
    for (const id of this.#moved) this.showAgain(id)
    this.#moved.clear()
    if (this.#incoming.isWaiting) this.#frames.request()
  }

  /**
   * Lets tldraw abandon what a person was doing. tldraw puts whole records back, also what others
   * changed in them meanwhile; so we take back our own fields, and show what the document says.
   */
  abandon(revert: () => void): void {
    if (!this.holdsBack()) this.flushOut()
    revert()
    const changed = this.#outgoing.drop()
    this.undo.takeBackOpenStep()
    for (const id of changed) this.showAgain(id)
  }

  /** Brings deleted records back, as a step of its own. */
  putBack(ids: readonly RecordId[]): void {
    this.beginStep()
    putBack(this, ids)
  }

  /** Brings a record back to what the document says, in the next frame. */
  showAgain(id: RecordId): void {
    this.#incoming.touch(id)
    this.#frames.request()
  }

  destroy(): void {
    this.flushOut(true)
    this.#frames.stop()
    for (const stop of this.#stops) stop()
    if (this.#ownsUndo) this.undo.destroy()
  }

  /**
   * Dragging hundreds of things fills a frame by itself: then what this person did is written in one
   * frame, and what others did is shown in the next.
   */
  #flushInFrame(): void {
    if (this.#outgoing.count <= MANY || !this.#incoming.isWaiting || this.holdsBack()) {
      this.#isTheirTurn = false
      this.flush()
      return
    }
    if (this.#isTheirTurn) this.#incoming.flush()
    else this.flushOut()
    this.#isTheirTurn = !this.#isTheirTurn
    this.#frames.request()
  }

  #listenToScreen(store: TLStore): void {
    const note = (id: RecordId, before: SharedRecord | undefined): void => {
      if (isApplyingRemote(store)) return
      this.#outgoing.note(id, before)
      this.#frames.request()
    }
    for (const typeName of ['shape', 'binding', 'asset'] as const) {
      const effects = store.sideEffects
      this.#stops.push(
        effects.registerBeforeCreateHandler(typeName, (record, source) =>
          // A copy would otherwise take along notes that belong to the original.
          source === 'user' && Object.keys(record.meta).length > 0
            ? { ...record, meta: namedOriginal(record.meta) }
            : record,
        ),
        effects.registerAfterCreateHandler(typeName, (record) => {
          if (isShared(record)) note(record.id, undefined)
        }),
        effects.registerAfterChangeHandler(typeName, (before) => {
          if (isShared(before)) note(before.id, before)
        }),
        effects.registerAfterDeleteHandler(typeName, (record) => {
          if (isShared(record)) note(record.id, record)
        }),
      )
    }
  }

  #listenToDocument(): void {
    const observe = (
      events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
      { origin }: Y.Transaction,
    ): void => {
      if (origin === this.#ownOrigin) return
      const moved = onlyMovedIn(events)
      for (const id of recordsIn(events)) {
        this.#outgoing.noteOthers(id)
        if (moved.has(id)) this.#incoming.touchPlace(id)
        else this.#incoming.touch(id)
      }
      this.#frames.request()
    }
    this.#records.observeDeep(observe)
    this.#stops.push(() => this.#records.unobserveDeep(observe))
  }

  /** Text that goes away without a letter in it: nobody saw it come or go. */
  #isUnseen({ id, key, after }: Patch): boolean {
    return key === 'gone' && after === true && isEmptyText(this.document, id)
  }

  /** A note that grows with its words shrinks with them too: no step of its own. */
  #followsFromTyping({ id, key }: Patch): boolean {
    return id === this.typedIn && key !== 'xy' && key !== 'gone'
  }
}

function shownIn(store: TLStore, id: RecordId): SharedRecord | undefined {
  const record = store.get(id as SharedRecord['id'])
  return record !== undefined && isShared(record) ? record : undefined
}
