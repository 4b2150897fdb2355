import { uint32 } from 'lib0/random'
import * as Y from 'yjs'
import { Aftermath } from './aftermath.ts'
import type { Member } from '../members/channel.ts'
import { gapReasons } from './gateway.ts'
import type { Gateway, Verdict, VerdictInSteps } from './gateway.ts'
import type { MadeUpdate } from './write-queue.ts'
import { loadInSteps } from '../log/load.ts'
import { MarkTidying, onlyTakesIdleMarksAway, untidyTexts } from './marks.ts'
import { inOneUpdate } from './merged-updates.ts'
import { isAsFar } from '../how-far.ts'
import type { Owners } from './owners.ts'
import type { Stored } from '../log/stored.ts'
import { broken, DraftBrokenError, fitAll, unreadable } from './taken.ts'
import type { Admitted, OneGo, Taken } from './taken.ts'

export interface DraftOptions {
  readonly gateway: Gateway
  readonly owners: Owners
  /** Yjs settles ties by client id, so a run can only be repeated with fixed ids. */
  readonly newClientId?: (() => number) | undefined
  readonly largeBytes?: number | undefined
}

/**
 * The board as it becomes: everything on disk, plus what was accepted and is on its way there.
 *
 * Each update is judged against all accepted before it. While something is on its way, nobody but
 * the judge looks at this document; when the disk refuses, it is thrown away and made anew from
 * what is on disk. It is also where a hostile update breaks, if one gets past the gateway.
 */
export class Draft {
  readonly #options: DraftOptions
  readonly #stored: Stored
  #doc: Y.Doc
  #aftermath: Aftermath
  #tidying: MarkTidying
  /** What was accepted and is not on disk yet. */
  #pending: Uint8Array[] = []
  #isInOneGo = false

  /** @param stored - What is on disk. */
  constructor(stored: Stored, options: DraftOptions) {
    this.#stored = stored
    this.#options = options
    this.#doc = this.#newDoc()
    this.#tidying = new MarkTidying(this.#doc)
    this.#aftermath = new Aftermath(this.#doc)
  }

  /** The document; what is on disk when `isSettled`. */
  get doc(): Y.Doc {
    return this.#doc
  }

  /** Nothing that was accepted is still on its way to the disk. */
  get isSettled(): boolean {
    return this.#pending.length === 0
  }

  /**
   * Reads what is on disk into the document, in steps of a few milliseconds. Nothing happens by itself
   * a second time. Gives whether it is tidy: what the board did by itself may not have been stored.
   */
  *load(updates: readonly Uint8Array[]): Generator<void, boolean> {
    this.#tidying.hold()
    const { gateway, largeBytes } = this.#options
    yield* loadInSteps(this.#doc, updates, gateway.inParts, largeBytes)
    yield* this.#tidying.release()
    this.#aftermath.take()
    return (yield* untidyTexts(this.#doc)).length === 0
  }

  /**
   * Judges an update; accepted, it is part of what the next one is judged against.
   *
   * @param mayWrite - Without it, only what changes nothing is let through, and what nobody sees.
   */
  take(update: Uint8Array, member: Member, mayWrite: boolean): Taken {
    let admitted: Admitted
    try {
      const verdict = this.#options.gateway(this.#doc, update, member, this.#options.owners.of)
      admitted = this.#admit(verdict, update, member, mayWrite)
    } catch (cause) {
      return unreadable(cause, mayWrite)
    }
    if (typeof admitted === 'string' || admitted.kind !== 'accepted') return admitted
    try {
      Y.applyUpdate(this.#doc, update)
      const aftermath = this.#aftermath.take()
      this.#pending.push(update, ...aftermath)
      return { ...admitted, aftermath }
    } catch (cause) {
      // Yjs can throw half-way and keep what it had applied by then.
      if (this.#isInOneGo) throw new DraftBrokenError('An update broke the draft.', { cause })
      this.#renew()
      return broken(cause)
    }
  }

  /**
   * As {@link take}, in steps of a few milliseconds. Until they end, the document belongs to them: it
   * is not settled, and nothing else may be taken.
   */
  *takeInSteps(update: Uint8Array, member: Member, mayWrite: boolean): Generator<void, Taken> {
    const { gateway, owners } = this.#options
    if (gateway.inSteps === undefined) return this.take(update, member, mayWrite)
    let admitted: Admitted
    let parts: (() => Iterable<Uint8Array>) | undefined
    try {
      const verdict = yield* gateway.inSteps(this.#doc, update, member, owners.of)
      if (verdict.kind === 'accepted') parts = verdict.parts
      admitted = this.#admit(verdict, update, member, mayWrite)
    } catch (cause) {
      return unreadable(cause, mayWrite)
    }
    if (typeof admitted === 'string' || admitted.kind !== 'accepted') return admitted
    try {
      return { ...admitted, aftermath: yield* this.#applied(update, parts?.() ?? []) }
    } catch (cause) {
      return broken(cause)
    }
  }

  /**
   * Takes an edit of the server's own that was made elsewhere, in steps as {@link takeInSteps}. Gives
   * what the board did by itself because of it.
   *
   * @throws When it cannot be applied; then nothing of it stays.
   */
  *takeMade({ update, parts, base }: MadeUpdate): Generator<void, readonly Uint8Array[]> {
    const doc = this.#doc
    // The disk may hold what it said it does not; then the check of the log finds that.
    if (base !== undefined && !isAsFar(doc, base)) throw new Error('The disk holds another board.')
    const { clientID } = doc
    // Yjs takes another id, and says so, when it finds its own in an update.
    doc.clientID = uint32()
    try {
      const aftermath = yield* this.#applied(update, parts)
      this.#options.owners.claim([clientID], 'server')
      return aftermath
    } finally {
      doc.clientID = clientID
    }
  }

  *#applied(
    update: Uint8Array,
    parts: Iterable<Uint8Array>,
  ): Generator<void, readonly Uint8Array[]> {
    const before = this.#pending.length
    this.#pending.push(update)
    try {
      this.#tidying.hold()
      for (const part of parts) {
        Y.applyUpdate(this.#doc, part)
        yield
      }
      return yield* this.#tidied()
    } catch (cause) {
      this.#pending.length = before
      this.#renew()
      throw cause
    }
  }

  /** What the document does by itself after the last part; with what it did after the others. */
  *#tidied(): Generator<void, readonly Uint8Array[]> {
    const doc = this.#doc
    const updates: Uint8Array[] = [...this.#aftermath.take()]
    const keep = (update: Uint8Array): void => {
      updates.push(update)
      this.#pending.push(update)
    }
    this.#pending.push(...updates)
    doc.on('update', keep)
    try {
      yield* this.#tidying.release()
    } finally {
      doc.off('update', keep)
      this.#aftermath.take()
    }
    return updates
  }

  /** What of a verdict depends on who sent it, and on whose the client ids are. */
  #admit(
    verdict: Verdict | VerdictInSteps,
    update: Uint8Array,
    member: Member,
    mayWrite: boolean,
  ): Admitted {
    if (verdict.kind === 'nothing-new') return verdict
    if (verdict.kind === 'refused') {
      // Work on a replaced board often builds on what is not here.
      const isGap = gapReasons.has(verdict.reason)
      if (isGap && !fitAll(this.#newWriters(update), member)) return 'other-generation'
      return mayWrite ? verdict : 'may-not-write'
    }
    const clients = verdict.clients ?? this.#newWriters(update)
    if (!mayWrite && (clients.length > 0 || !onlyTakesIdleMarksAway(this.#doc, update))) {
      return 'may-not-write'
    }
    if (!fitAll(clients, member)) return 'other-generation'
    const claim = this.#options.owners.claim(clients, member.identity)
    return claim === 'own'
      ? { kind: 'accepted', clients }
      : { kind: 'refused', reason: claim, records: [] }
  }

  /**
   * Makes a change of the server's own; gives the update, or undefined when nothing changed.
   *
   * @throws Whatever `change` throws; then nothing of it stays.
   */
  edit(change: (doc: Y.Doc, ownerOf: Owners['of']) => void): Uint8Array | undefined {
    const doc = this.#doc
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array): number => updates.push(update)
    doc.on('update', keep)
    try {
      doc.transact(() => change(doc, this.#options.owners.of))
    } catch (error) {
      this.#renew()
      throw error
    } finally {
      doc.off('update', keep)
      this.#aftermath.take()
    }
    const update = inOneUpdate(updates)
    if (update === undefined) return undefined
    this.#pending.push(update)
    this.#options.owners.claim([doc.clientID], 'server')
    return update
  }

  /**
   * Takes many updates in one transaction, which costs a fraction of one each, and gives the one
   * update that they come to. Undefined when one of them broke the document: then nothing of it
   * happened, and they have to be taken one by one to find out which.
   */
  inOneGo<Outcome>(work: () => Outcome): OneGo<Outcome> | undefined {
    const doc = this.#doc
    // One for the transaction, and one for each in which the document then changed by itself.
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array): number => updates.push(update)
    doc.on('update', keep)
    this.#isInOneGo = true
    try {
      const outcome = doc.transact(work)
      const aftermath = this.#aftermath.take()
      this.#pending.push(...aftermath)
      return { outcome, update: inOneUpdate(updates), hasAftermath: aftermath.length > 0 }
    } catch {
      // Also what breaks only when the transaction ends.
      this.discard()
      return undefined
    } finally {
      this.#isInOneGo = false
      doc.off('update', keep)
    }
  }

  /** What was accepted is on disk. */
  settle(): void {
    this.#pending = []
  }

  /** Forgets what was accepted and did not reach the disk. */
  discard(): void {
    if (this.#pending.length === 0 && !this.#isInOneGo) return
    this.#pending = []
    this.#renew()
  }

  #newWriters(update: Uint8Array): readonly number[] {
    const { store } = this.#doc
    return [...Y.parseUpdateMeta(update).to].flatMap(([clientId, end]) =>
      end > Y.getState(store, clientId) ? [clientId] : [],
    )
  }

  #renew(): void {
    this.#doc.destroy()
    this.#doc = this.#newDoc()
    this.#tidying = new MarkTidying(this.#doc)
    this.#aftermath = new Aftermath(this.#doc)
    // In one transaction all is new, so that nothing happens by itself a second time.
    this.#doc.transact(() => {
      this.#stored.putInto(this.#doc)
      for (const update of this.#pending) Y.applyUpdate(this.#doc, update)
    })
  }

  #newDoc(): Y.Doc {
    const doc = new Y.Doc()
    doc.clientID = this.#options.newClientId?.() ?? doc.clientID
    return doc
  }
}
