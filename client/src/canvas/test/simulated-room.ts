import { checkUpdate } from '@stip/documents'
import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import * as Y from 'yjs'

/** Origin of what came over a line. */
const line = Symbol('line')

/**
 * The server of a board as far as a screen can tell: its document, and the gateway that every
 * change has to pass. Everybody here is honest, so a refusal is a failure.
 */
export class SimulatedRoom {
  readonly document = new Y.Doc()
  readonly #lines = new Set<SimulatedLine>()

  constructor() {
    this.document.clientID = 1_000_000
  }

  connect(document: Y.Doc): SimulatedLine {
    const added = new SimulatedLine(this, document)
    this.#lines.add(added)
    return added
  }

  disconnect(removed: SimulatedLine): void {
    this.#lines.delete(removed)
  }

  /** @throws {Error} When the gateway refuses what an honest screen sent. */
  receive(update: Uint8Array, from: SimulatedLine): void {
    const verdict = checkUpdate(this.document, update, 'person')
    if (verdict.kind === 'refused') {
      throw new Error(`Refused: ${verdict.reason} of ${verdict.records.join()}`)
    }
    if (verdict.kind !== 'accepted') return
    Y.applyUpdate(this.document, update, from)
    for (const other of this.#lines) if (other !== from) other.send(update)
  }
}

/** Two queues between a document and a room; what they deliver, and when, is up to the test. */
export class SimulatedLine {
  readonly #room: SimulatedRoom
  readonly #document: Y.Doc
  readonly #up: (() => void)[] = []
  readonly #down: (() => void)[] = []
  /** Until the room said what it misses, our changes wait to be part of the answer. */
  #hasAnswered = false
  readonly #stop: () => void

  constructor(room: SimulatedRoom, document: Y.Doc) {
    this.#room = room
    this.#document = document
    const changed = (update: Uint8Array, origin: unknown): void => {
      if (origin !== line && this.#hasAnswered) this.#up.push(() => room.receive(update, this))
    }
    document.on('update', changed)
    this.#stop = () => document.off('update', changed)
    const ours = Y.encodeStateVector(document)
    this.#up.push(() => this.#answer(ours))
  }

  get isBusy(): boolean {
    return this.#up.length + this.#down.length > 0
  }

  /** The room has something for this document. */
  send(update: Uint8Array): void {
    this.#down.push(() => Y.applyUpdate(this.#document, update, line))
  }

  /** One message in one direction arrives. */
  deliverOne(random: Random): void {
    const [first, second] = below(random, 2) === 0 ? [this.#up, this.#down] : [this.#down, this.#up]
    const message = first.shift() ?? second.shift()
    message?.()
  }

  /** Everything that is under way arrives. */
  deliverAll(): void {
    while (this.isBusy) for (const queue of [this.#up, this.#down]) queue.shift()?.()
  }

  /** The line breaks, and what was under way is lost. */
  cut(): void {
    this.#stop()
    this.#room.disconnect(this)
    this.#up.length = 0
    this.#down.length = 0
  }

  /** Both sides tell each other what the other misses, as the sync protocol does. */
  #answer(theirs: Uint8Array): void {
    const { document } = this.#room
    const missing = Y.encodeStateAsUpdate(document, theirs)
    const known = Y.encodeStateVector(document)
    this.#down.push(() => {
      Y.applyUpdate(this.#document, missing, line)
      this.#hasAnswered = true
      const ours = Y.encodeStateAsUpdate(this.#document, known)
      this.#up.push(() => this.#room.receive(ours, this))
    })
  }
}
