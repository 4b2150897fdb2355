import { computed, isUninitialized, RESET_VALUE } from 'tldraw'
import type { Editor, RecordsDiff, Signal, TLNoteShape, TLShape, TLShapeId } from 'tldraw'
import { NOTE_SIDE } from '../note/note-size.ts'
import { perEditor } from '../setup/per-editor.ts'

/** A rectangle on the page, by its edges. */
export interface Edges {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * Where everything lies on the page. Of notes their records say so, and those are kept here and
 * followed change by change: asking tldraw for two thousand of them is half of what a frame takes
 * while anything on the board moves.
 */
export class EdgesOnPage {
  readonly #editor: Editor
  readonly #notes = new Map<TLShapeId, Edges>()
  readonly #others = new Set<TLShapeId>()
  readonly #version: Signal<number>

  static readonly of = perEditor((editor) => new EdgesOnPage(editor))

  private constructor(editor: Editor) {
    this.#editor = editor
    const history = editor.store.query.filterHistory('shape')
    this.#version = computed('edges on the page', (before, epoch) => {
      history.get()
      const diffs = isUninitialized(before) ? RESET_VALUE : history.getDiffSince(epoch)
      if (diffs === RESET_VALUE) this.#beginAgain()
      else for (const diff of diffs) this.#follow(diff)
      return isUninitialized(before) ? 0 : before + 1
    })
  }

  /** Everything with its edges, for whoever has to hear when any of it changes. */
  *[Symbol.iterator](): Generator<readonly [TLShapeId, Edges]> {
    this.#version.get()
    yield* this.#notes
    for (const id of this.#others) {
      const edges = edgesByTldraw(this.#editor, id)
      if (edges !== undefined) yield [id, edges]
    }
  }

  /** Where one shape lies. */
  get(id: TLShapeId): Edges | undefined {
    return this.ofNote(id) ?? edgesByTldraw(this.#editor, id)
  }

  /** Where a note lies; undefined for all else, and for notes whose place takes more to find. */
  ofNote(id: TLShapeId): Edges | undefined {
    this.#version.get()
    return this.#notes.get(id)
  }

  /** Where these notes lie; undefined when any of them is something else. */
  notes(ids: readonly TLShapeId[]): readonly (readonly [TLShapeId, Edges])[] | undefined {
    this.#version.get()
    const found: (readonly [TLShapeId, Edges])[] = []
    for (const id of ids) {
      const edges = this.#notes.get(id)
      if (edges === undefined) return undefined
      found.push([id, edges])
    }
    return found
  }

  #beginAgain(): void {
    this.#notes.clear()
    this.#others.clear()
    for (const shape of this.#editor.store.allRecords()) {
      if (shape.typeName === 'shape') this.#keep(shape)
    }
  }

  #follow({ added, updated, removed }: RecordsDiff<TLShape>): void {
    for (const shape of Object.values(added)) this.#keep(shape)
    for (const [, shape] of Object.values(updated)) this.#keep(shape)
    for (const { id } of Object.values(removed)) {
      this.#notes.delete(id)
      this.#others.delete(id)
    }
  }

  #keep(shape: TLShape): void {
    if (isPlainNote(shape)) {
      this.#notes.set(shape.id, edgesOfNote(shape))
      this.#others.delete(shape.id)
    } else {
      this.#others.add(shape.id)
      this.#notes.delete(shape.id)
    }
  }
}

/** A note that lies on the page itself, and straight: its record says all about its place. */
export function isPlainNote(shape: TLShape): shape is TLNoteShape {
  return shape.type === 'note' && shape.rotation === 0 && shape.parentId.startsWith('page:')
}

function edgesOfNote({ x, y, props: { scale, growY } }: TLNoteShape): Edges {
  return {
    left: x,
    top: y,
    right: x + NOTE_SIDE * scale,
    bottom: y + (NOTE_SIDE + growY) * scale,
  }
}

function edgesByTldraw(editor: Editor, id: TLShapeId): Edges | undefined {
  const bounds = editor.getShapeMaskedPageBounds(id)
  if (bounds === undefined) return undefined
  return { left: bounds.minX, top: bounds.minY, right: bounds.maxX, bottom: bounds.maxY }
}
