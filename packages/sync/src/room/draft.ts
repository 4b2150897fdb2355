import * as Y from 'yjs'
import type { Member } from './channel.ts'
import type { Gateway, Verdict } from './gateway.ts'

/**
 * The board as it becomes: everything on disk, plus what was accepted and is on its way there.
 *
 * It exists apart from the document that is shown so that each update is judged against all
 * accepted before it, while nobody can see a change that could still fail to reach the disk.
 * It is also where a hostile update breaks, if one gets past the gateway.
 */
export class Draft {
  readonly #shown: Y.Doc
  readonly #gateway: Gateway
  readonly #newClientId: (() => number) | undefined
  /** Made when somebody writes first: a board that is only read costs one document. */
  #doc: Y.Doc | undefined
  /** What was accepted and is not in the shown document yet. */
  #pending: Uint8Array[] = []

  /** @param shown - What is on disk; the draft reads it and never changes it. */
  constructor(shown: Y.Doc, gateway: Gateway, newClientId?: () => number) {
    this.#shown = shown
    this.#gateway = gateway
    this.#newClientId = newClientId
  }

  /**
   * Judges an update; accepted, it is part of what the next one is judged against.
   *
   * @param mayWrite - Without it, only what changes nothing is let through.
   */
  take(update: Uint8Array, member: Member, mayWrite: boolean): Verdict | 'may-not-write' {
    const doc = this.#open()
    let verdict: Verdict
    try {
      verdict = this.#gateway(doc, update, member)
    } catch (cause) {
      // Reading a stranger's bytes went wrong: the bytes are to blame, the document is untouched.
      verdict = { kind: 'refused', reason: `unreadable: ${String(cause)}`, records: [] }
    }
    if (verdict.kind !== 'nothing-new' && !mayWrite) return 'may-not-write'
    if (verdict.kind !== 'accepted') return verdict
    try {
      Y.applyUpdate(doc, update)
      this.#pending.push(update)
      return verdict
    } catch (cause) {
      // Yjs can throw half-way and keep what it had applied by then.
      this.#close()
      return { kind: 'refused', reason: `broke the draft: ${String(cause)}`, records: [] }
    }
  }

  /**
   * Makes a change of the server's own; gives the update, or undefined when nothing changed.
   *
   * @throws Whatever `change` throws; then nothing of it stays.
   */
  edit(change: (doc: Y.Doc) => void): Uint8Array | undefined {
    const doc = this.#open()
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array): number => updates.push(update)
    doc.on('update', keep)
    try {
      doc.transact(() => change(doc))
    } catch (error) {
      this.#close()
      throw error
    } finally {
      doc.off('update', keep)
    }
    if (updates.length === 0) return undefined
    const update = Y.mergeUpdates(updates)
    this.#pending.push(update)
    return update
  }

  /** What was accepted is on disk, and in the shown document. */
  settle(): void {
    this.#pending = []
  }

  /** Forgets what was accepted since the shown document: it did not reach the disk. */
  discard(): void {
    this.#pending = []
    this.#close()
  }

  #close(): void {
    this.#doc?.destroy()
    this.#doc = undefined
  }

  #open(): Y.Doc {
    if (this.#doc !== undefined) return this.#doc
    const doc = new Y.Doc()
    if (this.#newClientId !== undefined) doc.clientID = this.#newClientId()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.#shown))
    for (const update of this.#pending) Y.applyUpdate(doc, update)
    this.#doc = doc
    return doc
  }
}
