import { changeFields, fieldsOfStored } from '@stip/documents/light'
import { sameJson } from '@stip/primitives'
import type { Json, RecordId } from '@stip/primitives'
import * as Y from 'yjs'
import type { Patch } from '../patch.ts'
import { recordsIn } from '../records-in.ts'
import { FieldChanges } from './field-changes.ts'
import { TypedText } from './typed-text.ts'

/** One thing a person did: a drag, a stroke, a deletion of ten notes, a stretch of typing. */
type Step =
  | { readonly kind: 'fields'; readonly changes: FieldChanges; readonly at: number }
  | { readonly kind: 'text' }

/** A person's own steps, most people never need more. */
const STEPS_KEPT = 200

/**
 * Undo of a person's own work, field by field: a field that somebody else changed since is left
 * alone, and so is a new note that somebody else wrote in.
 */
export class OwnUndo {
  readonly #document: Y.Doc
  /** Origin of what undo and redo write; it has to reach every screen of this page. */
  readonly #origin = Symbol('undo')
  readonly #text: TypedText
  readonly #listeners = new Set<() => void>()
  #undos: Step[] = []
  #redos: Step[] = []
  #isOpen = false
  /** Counts steps and changes by others, to tell which came first. */
  #now = 0
  readonly #touchedByOthers = new Map<RecordId, number>()
  /** Fields by id and key, and when somebody else last changed what stands there. */
  readonly #changedByOthers = new Map<string, number>()

  constructor(document: Y.Doc) {
    this.#document = document
    this.#text = new TypedText(document, () => {
      this.#isOpen = false
      this.#push({ kind: 'text' })
    })
    document.getMap('records').observeDeep(this.#watchOthers)
  }

  get canUndo(): boolean {
    return this.#undos.length > 0
  }

  get canRedo(): boolean {
    return this.#redos.length > 0
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What follows is a new step; everything until the next call is undone at once. */
  beginStep(): void {
    this.#isOpen = false
  }

  /** Adds what was just written to the open step. */
  note(patches: readonly Patch[]): void {
    if (patches.length === 0) return
    this.#now++
    const top = this.#undos.at(-1)
    const isOpen = this.#isOpen && top?.kind === 'fields'
    const step: Step = isOpen ? top : { kind: 'fields', changes: new FieldChanges(), at: this.#now }
    for (const patch of patches) step.changes.add(patch, this.#now)
    if (!isOpen) this.#push(step)
    else this.#forgetRedos()
    if (step.changes.isEmpty) this.#undos.pop()
    this.#isOpen = !step.changes.isEmpty
    this.#tell()
  }

  /**
   * Forgets what was done to a record that went away with nothing in it, so that no step is left
   * that changes nothing one sees. Not when something was typed since: that may have been in it.
   */
  forget(id: RecordId): void {
    const from = this.#undos.findIndex((step) => changesOf(step, id).length > 0)
    const hasHadWords = this.#undos
      .slice(Math.max(0, from))
      .some((step) => step.kind === 'text' || changesOf(step, id).some(({ key }) => key === 't'))
    if (from === -1 || hasHadWords) return
    const top = this.#undos.at(-1)
    this.#undos = this.#undos.filter((step) => {
      if (step.kind === 'text') return true
      step.changes.forget(id)
      return !step.changes.isEmpty
    })
    this.#isOpen &&= this.#undos.at(-1) === top
    this.#tell()
  }

  /** Letters written under this origin are this person's typing. */
  trackTyping(origin: unknown): void {
    this.#text.track(origin)
  }

  /** @returns Whether anything changed; steps that others overtook are skipped. */
  undo(): boolean {
    return this.#goBack(this.#undos, this.#redos, () => this.#text.undo())
  }

  redo(): boolean {
    return this.#goBack(this.#redos, this.#undos, () => this.#text.redo())
  }

  /** Takes the step that is going on back, as when Escape ends a drag. It cannot be redone. */
  takeBackOpenStep(): void {
    const top = this.#undos.at(-1)
    if (!this.#isOpen || top?.kind !== 'fields') return
    this.#undos.pop()
    this.#isOpen = false
    this.#invert(top)
    this.#tell()
  }

  destroy(): void {
    this.#document.getMap('records').unobserveDeep(this.#watchOthers)
    this.#text.destroy()
    this.#listeners.clear()
  }

  readonly #watchOthers = (
    events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
    { local }: Y.Transaction,
  ): void => {
    // What others do counts for what this person did before, and a whole board comes in at once.
    if (local || (this.#undos.length === 0 && this.#redos.length === 0)) return
    this.#now++
    for (const id of recordsIn(events)) this.#touchedByOthers.set(id, this.#now)
    for (const event of events) {
      const [id, ...inside] = event.path
      if (typeof id !== 'string') continue
      // Inside a record there is nothing but its text.
      const keys = inside.length > 0 ? ['t'] : event.keys.keys()
      for (const key of keys) this.#changedByOthers.set(`${id} ${key}`, this.#now)
    }
  }

  #goBack(from: Step[], to: Step[], moveText: () => boolean): boolean {
    this.#isOpen = false
    let hasChanged = false
    while (!hasChanged) {
      const step = from.pop()
      if (step === undefined) break
      if (step.kind === 'text') {
        hasChanged = moveText()
        if (hasChanged) to.push(step)
      } else {
        const inverse = this.#invert(step)
        hasChanged = !inverse.changes.isEmpty
        if (hasChanged) to.push(inverse)
      }
    }
    this.#tell()
    return hasChanged
  }

  /** Carries out the opposite of a step where nobody intervened, and returns how to go back again. */
  #invert(step: Extract<Step, { kind: 'fields' }>): Extract<Step, { kind: 'fields' }> {
    const inverse = new FieldChanges()
    const at = ++this.#now
    const changes = new Map<RecordId, Record<string, Json>>()
    for (const { id, key, before, after, at: lastAt } of step.changes.all()) {
      const current = this.#valueOf(id, key)
      // Somebody else may have made it the same: then it is theirs.
      const isTheirs = (this.#changedByOthers.get(`${id} ${key}`) ?? 0) > lastAt
      const isMine = !isTheirs && sameJson(current, after)
      const wasOvertaken = key === 'gone' && before === true && this.#wroteAfter(id, step.at)
      if (!isMine || wasOvertaken || before === undefined) continue
      changes.set(id, { ...changes.get(id), [key]: before })
      inverse.add({ id, key, before: after, after: before }, at)
    }
    this.#document.transact(() => {
      for (const [id, fields] of changes) changeFields(this.#document, id, fields)
    }, this.#origin)
    return { kind: 'fields', changes: inverse, at }
  }

  #wroteAfter(id: RecordId, moment: number): boolean {
    return (this.#touchedByOthers.get(id) ?? 0) > moment
  }

  #valueOf(id: RecordId, key: string): Json | undefined {
    const map: unknown = this.#document.getMap('records').get(id)
    if (!(map instanceof Y.Map)) return undefined
    const value = fieldsOfStored(map)[key]
    return key === 'gone' ? (value ?? false) : value
  }

  #push(step: Step): void {
    this.#undos.push(step)
    if (this.#undos.length > STEPS_KEPT) this.#undos.shift()
    this.#forgetRedos()
    this.#tell()
  }

  #forgetRedos(): void {
    this.#redos = []
    this.#text.forgetRedos()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

function changesOf(step: Step, id: RecordId): readonly Patch[] {
  return step.kind === 'text' ? [] : step.changes.of(id)
}
