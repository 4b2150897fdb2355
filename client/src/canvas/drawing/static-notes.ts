import { react, RESET_VALUE, unsafe__withoutCapture } from 'tldraw'
import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { perEditor } from '../setup/per-editor.ts'
import { isPlainNote } from './edges.ts'

/** A note that was not moved for so long has come to rest. Milliseconds. */
const REST_MS = 400
/** So many notes are laid down at once; after a drag of five hundred the rest follows. */
const AT_ONCE = 50
const NEXT_MS = 50

/**
 * Lays notes that nobody moves in the sheet below them, instead of each on a transformation of its
 * own. The browser sorts out all transformations of a page whenever one of them changes: with two
 * thousand notes that was a third of a frame, on every frame in which anybody moved anything.
 */
export class StaticNotes {
  readonly #editor: Editor
  /** Where notes are drawn that may lie. */
  readonly #elements = new Map<TLShapeId, HTMLElement>()
  /** When notes moved that do not lie, by `performance.now()`. */
  readonly #moved = new Map<TLShapeId, number>()
  #isAsked = false

  static readonly of = perEditor((editor) => new StaticNotes(editor))

  private constructor(editor: Editor) {
    this.#editor = editor
    const history = editor.store.query.filterHistory('shape')
    const stop = react('notes that move', (epoch) => {
      history.get()
      const diffs = history.getDiffSince(epoch)
      if (diffs === RESET_VALUE) {
        for (const id of this.#elements.keys()) this.#lift(id)
        return
      }
      for (const { updated } of diffs) {
        for (const [from, to] of Object.values(updated)) if (hasMoved(from, to)) this.#lift(to.id)
      }
    })
    editor.disposables.add(stop)
  }

  /** This note may lie, until the returned function is called. */
  lay(id: TLShapeId, element: HTMLElement): () => void {
    this.#elements.set(id, element)
    if (!this.#moved.has(id)) this.#layDown(id, element)
    return () => {
      if (this.#elements.get(id) === element) this.#elements.delete(id)
      stand(element)
    }
  }

  #lift(id: TLShapeId): void {
    const element = this.#elements.get(id)
    if (element === undefined) return
    if (!this.#moved.has(id)) stand(element)
    this.#moved.set(id, performance.now())
    this.#settleSoon(REST_MS)
  }

  #settleSoon(delayMs: number): void {
    if (this.#isAsked) return
    this.#isAsked = true
    this.#editor.timers.setTimeout(() => {
      this.#isAsked = false
      this.#settle()
    }, delayMs)
  }

  #settle(): void {
    const earliest = performance.now() - REST_MS
    let count = 0
    for (const [id, at] of this.#moved) {
      if (at > earliest) continue
      this.#moved.delete(id)
      const element = this.#elements.get(id)
      if (element !== undefined) this.#layDown(id, element)
      if (++count === AT_ONCE) break
    }
    if (this.#moved.size > 0) this.#settleSoon(count === AT_ONCE ? NEXT_MS : REST_MS)
  }

  #layDown(id: TLShapeId, element: HTMLElement): void {
    const shape = unsafe__withoutCapture(() => this.#editor.getShape(id))
    if (shape === undefined || !isPlainNote(shape)) return
    element.style.left = `${shape.x}px`
    element.style.top = `${shape.y}px`
    element.classList.add('stip-lies')
  }
}

/** Where it stands then is in the transformation that tldraw keeps writing. */
function stand({ classList, style }: HTMLElement): void {
  classList.remove('stip-lies')
  style.left = ''
  style.top = ''
}

function hasMoved(from: TLShape, to: TLShape): boolean {
  return (
    from.x !== to.x ||
    from.y !== to.y ||
    from.rotation !== to.rotation ||
    from.parentId !== to.parentId
  )
}
