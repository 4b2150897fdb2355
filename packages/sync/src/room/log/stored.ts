import * as Y from 'yjs'
import { encodeAnswer, encodeUpdate } from '../../protocol/index.ts'
import { roomLimits } from '../limits.ts'
import { mergedUpdates } from '../storing/merged-updates.ts'

/**
 * What is on disk of one board, as bytes: the whole as it once was, and the updates since. What is
 * wanted again and again, the board for a newcomer, is there without encoding it each time.
 */
export class Stored {
  #whole: Uint8Array | undefined
  #tail: Uint8Array[] = []
  #tailBytes = 0
  /** The whole as a frame; the same bytes for everybody, for as long as possible. */
  #wholeFrame: Uint8Array | undefined
  #frames: readonly Uint8Array[] | undefined

  /** All that is on disk now, as one update. */
  renew(whole: Uint8Array): void {
    this.beginAnew()
    this.#whole = whole
  }

  /**
   * Makes sure that the board can be had from here when `doc` goes on to change.
   *
   * @param doc - Exactly what is on disk now.
   */
  keep(doc: Y.Doc): void {
    // Encoding costs as much as there is to encode, so it waits until that much was added.
    const most = (this.#whole?.length ?? 0) + roomLimits.tailBytes
    if (this.#whole === undefined || this.#tailBytes > most) this.#encode(doc)
  }

  /** An update reached the disk. */
  add(update: Uint8Array): void {
    this.#frames = undefined
    if (this.#whole === undefined) return
    this.#tail.push(update)
    this.#tailBytes += update.length
  }

  /** From now on newcomers get all there is in one frame, when nothing is on its way to the disk. */
  beginAnew(): void {
    this.#frames = undefined
    this.#whole = undefined
    this.#wholeFrame = undefined
    this.#tail = []
    this.#tailBytes = 0
  }

  /** Brings what is on disk into an empty document. */
  putInto(doc: Y.Doc): void {
    doc.transact(() => {
      if (this.#whole !== undefined) Y.applyUpdate(doc, this.#whole)
      for (const update of this.#tail) Y.applyUpdate(doc, update)
    })
  }

  /**
   * The board for somebody who has nothing: an answer, perhaps followed by an update. The same
   * frames for everybody, until the board changes.
   *
   * @param doc - Exactly what is on disk now.
   */
  frames(doc: Y.Doc): readonly Uint8Array[] {
    if (this.#frames !== undefined) return this.#frames
    if (this.#whole === undefined || this.#tailBytes > this.#whole.length / 8) this.#encode(doc)
    const whole = this.#whole ?? Y.encodeStateAsUpdate(doc)
    this.#wholeFrame ??= encodeAnswer(whole)
    if (this.#tail.length > 1) this.#tail = [mergedUpdates(this.#tail)]
    this.#frames = [this.#wholeFrame, ...this.#tail.map(encodeUpdate)]
    return this.#frames
  }

  #encode(doc: Y.Doc): void {
    this.#whole = Y.encodeStateAsUpdate(doc)
    this.#wholeFrame = undefined
    this.#tail = []
    this.#tailBytes = 0
  }
}
