import { fieldsOf } from '@stip/board'
import { changeFields, createRecord, liveRecords, readRecord } from '@stip/documents'
import { sameJson } from '@stip/primitives'
import type { Json } from '@stip/primitives'
import { tipTapDefaultExtensions } from 'tldraw'
import type { Editor, TLShape, TLStore } from 'tldraw'
import * as Y from 'yjs'
import { behaveOnSharedBoard } from '../tldraw-patches/behaviour.ts'
import { applyRemote } from '../binding/applying.ts'
import { BoardBinding } from '../binding/board-binding.ts'
import {
  boardRecordOf,
  isShared,
  sharedFieldsOf,
  sharedRecordOf,
} from '../binding/shared-record.ts'
import type { SharedRecord } from '../binding/shared-record.ts'
import { isWet } from '../binding/wet-ink.ts'
import { createBoardStore } from '../setup/board-store.ts'
import { setToolDefaults } from '../setup/tool-defaults.ts'
import { headlessEditor } from './headless-editor.ts'
import type { SimulatedLine, SimulatedRoom } from './simulated-room.ts'

/**
 * A person at a board whose screen is kept equal in the simplest way: at every frame the whole
 * screen is compared with how it was and what differs is written, and then the whole document is
 * put on screen. Far too slow for people, and easy to believe.
 */
export class SlowDrawer {
  readonly document = new Y.Doc()
  readonly store: TLStore = createBoardStore()
  readonly editor: Editor
  line: SimulatedLine | undefined
  readonly #room: SimulatedRoom
  readonly #origin = Symbol('slow')
  readonly #stops: (() => void)[]
  /** The screen as it was when it last agreed with the document. */
  #agreed: ReadonlyMap<string, SharedRecord> = new Map()

  constructor(room: SimulatedRoom, clientId: number) {
    this.#room = room
    this.document.clientID = clientId
    this.editor = headlessEditor(this.store, {
      tipTapConfig: { extensions: tipTapDefaultExtensions },
    })
    // Only for what tldraw does differently on a shared board; it binds a document to nothing.
    const idle = new BoardBinding({
      store: createBoardStore(),
      document: new Y.Doc(),
      frames: () => ({ request() {}, stop() {} }),
    })
    this.#stops = [
      behaveOnSharedBoard(this.editor, idle),
      setToolDefaults(this.editor),
      () => idle.destroy(),
    ]
  }

  connect(): void {
    this.line ??= this.#room.connect(this.document)
  }

  cut(): void {
    this.line?.cut()
    this.line = undefined
  }

  /** A new gesture or key: what was done until now is written, ink that is wet as well. */
  press(): void {
    this.#write(() => true)
  }

  /** A frame passes: everything is written, and everything is shown. */
  frame(): void {
    this.#write((record) => !isWet(record))
    this.#show()
  }

  /** What is shown and shared, in a form that two people can be compared by. */
  shown(): unknown[] {
    return this.#onScreen().toSorted((one, other) => (one.id < other.id ? -1 : 1))
  }

  readonly shapes = (): TLShape[] => this.editor.getCurrentPageShapes()

  leave(): void {
    this.cut()
    for (const stop of this.#stops) stop()
    this.editor.dispose()
    this.editor.getContainer().remove()
    this.document.destroy()
  }

  #write(isDue: (record: SharedRecord) => boolean): void {
    const due = this.#onScreen().filter(isDue)
    const removed = [...this.#agreed.keys()].filter(
      (id) => !this.store.has(id as SharedRecord['id']),
    )
    this.document.transact(() => {
      for (const record of due) this.#writeOne(record)
      for (const id of removed) changeFields(this.document, id, { gone: true })
    }, this.#origin)
    const agreed = new Map(this.#agreed)
    for (const record of due) agreed.set(record.id, record)
    for (const id of removed) agreed.delete(id)
    this.#agreed = agreed
  }

  #writeOne(record: SharedRecord): void {
    const before = this.#agreed.get(record.id)
    const stored = readRecord(this.document, record.id)
    if (stored === undefined) {
      createRecord(this.document, boardRecordOf(record))
      return
    }
    const fields = sharedFieldsOf(record)
    // [B2] Of what is brought back, that is what differs from what the board had.
    const earlier = before === undefined ? fieldsOf(stored.record) : sharedFieldsOf(before)
    const changed: Record<string, Json> = before === undefined ? { gone: false } : {}
    for (const [key, value] of Object.entries(fields)) {
      // [B4] What is brought back keeps the words that others gave it meanwhile.
      if (key === 't' && before === undefined) continue
      if (!sameJson(earlier[key], value)) changed[key] = value
    }
    // [B7] A place means nothing without the parent that it belongs to.
    const isElsewhere = stored.record['parentId'] !== boardRecordOf(record)['parentId']
    if ('xy' in changed && isElsewhere) changed['pi'] = fields['pi'] ?? null
    changeFields(this.document, record.id, changed)
  }

  #show(): void {
    const waiting = new Map<string, SharedRecord | undefined>()
    for (const record of this.#onScreen()) {
      const agreed = this.#agreed.get(record.id)
      if (agreed !== record) waiting.set(record.id, agreed)
    }
    const live = liveRecords(this.document).map(sharedRecordOf)
    const ids = new Set<string>([...live.map(({ id }) => id), ...waiting.keys()])
    const puts = live.filter(({ id }) => !waiting.has(id))
    applyRemote(this.store, () => {
      const surplus = this.#onScreen().filter(({ id }) => !ids.has(id))
      this.store.remove(surplus.map(({ id }) => id).filter((id) => this.store.has(id)))
      this.store.put(puts.filter(({ typeName }) => typeName !== 'binding'))
      this.store.put(puts.filter(({ typeName }) => typeName === 'binding'))
    })
    const agreed = new Map<string, SharedRecord>()
    for (const record of this.#onScreen()) {
      const known = waiting.has(record.id) ? waiting.get(record.id) : record
      if (known !== undefined) agreed.set(record.id, known)
    }
    this.#agreed = agreed
  }

  #onScreen(): SharedRecord[] {
    return this.store.allRecords().filter(isShared)
  }
}
