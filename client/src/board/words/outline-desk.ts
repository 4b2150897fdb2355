import { addNote, describeInWords, noteFit, takeAway } from '@stip/board'
import type { OutlineEdit, OutlineSection } from '@stip/board'
import { changeFields, fitOf, readRecord, textFragment } from '@stip/documents/light'
import { idFromBytes } from '@stip/primitives'
import type { RecordId } from '@stip/primitives'
import { edit, putBack } from '../own-edits.ts'
import type { SharedBoard } from '../shared-board.ts'
import { part } from '../../live/part.ts'
import type { LiveOutline } from './live-outline.ts'
import { TextareaBinding } from './textarea-binding.ts'

/** Everything that one can do to a board in the list. Each is one step of undo. */
export class OutlineDesk {
  readonly #board: SharedBoard
  readonly #live: LiveOutline
  /** What went away together comes back together. */
  readonly #wentAlong = new Map<RecordId, readonly RecordId[]>()

  constructor(board: SharedBoard, live: LiveOutline) {
    this.#board = board
    this.#live = live
  }

  /** @returns The id of the new note. */
  add(section: OutlineSection, words: string): RecordId {
    const id = newId()
    this.write(addNote(this.#live.moment.records, section, words, id))
    return id
  }

  /** @returns The id of the words. */
  describe(section: OutlineSection, describes: RecordId, words: string): RecordId {
    const id = newId()
    this.write(describeInWords(this.#live.moment.records, section, { describes, words }, id))
    return id
  }

  markKeyCard(id: RecordId, isKeyCard: boolean): void {
    this.write({ create: [], change: new Map([[id, { 'm.keyCard': isKeyCard }]]) })
  }

  takeAway(id: RecordId): void {
    const removal = takeAway(this.#live.moment.records, id)
    this.#wentAlong.set(id, [...removal.change.keys()])
    this.write(removal)
  }

  putBack(id: RecordId): void {
    putBack(this.#board, this.#wentAlong.get(id) ?? [id])
    this.#live.renewNow()
    void this.#layClear(id)
  }

  undo(): boolean {
    const hasChanged = this.#board.undo.undo()
    this.#live.renewNow()
    return hasChanged
  }

  redo(): boolean {
    const hasChanged = this.#board.undo.redo()
    this.#live.renewNow()
    return hasChanged
  }

  /** Whether the words of a record can be written on: see the text editor of the canvas. */
  canWrite(id: RecordId): boolean {
    const fragment = textFragment(this.#board.document, id)
    return fragment === undefined || fitOf(fragment) !== 'foreign'
  }

  /** Ties a field to the words of a record, until the returned function is called. */
  bindText(id: RecordId, field: HTMLTextAreaElement): () => void {
    const { document } = this.#board
    const fragment = textFragment(document, id)
    if (fragment === undefined) return () => {}
    const { type, props } = readRecord(document, id)?.record ?? {}
    let hasGrown = false
    const binding = new TextareaBinding({
      field,
      fragment,
      onWrite: (words) => {
        if (type !== 'note') return
        changeFields(document, id, noteFit(words, props?.['size']))
        hasGrown = true
      },
    })
    const removeScreen = this.#board.addScreen(() => binding.flush())
    return () => {
      removeScreen()
      binding.destroy()
      if (hasGrown) void this.#layClear(id)
    }
  }

  /** What became longer, or came back to a place that was taken, covers nothing; offline it may wait. */
  async #layClear(id: RecordId): Promise<void> {
    const later = await part(() => import('./lay-clear.ts')).catch(() => undefined)
    this.#live.renewNow()
    const change = later?.layClear(this.#live.moment.records, id)
    if (change !== undefined) this.write(change)
  }

  /** Writes what one did, as one step of undo. */
  write(change: OutlineEdit): void {
    edit(this.#board, change)
    // Who presses a button sees what it did, not a moment later.
    this.#live.renewNow()
  }
}

/** An id for what somebody makes here. */
export function newId(): RecordId {
  return `shape:${idFromBytes(crypto.getRandomValues(new Uint8Array(21)))}`
}
