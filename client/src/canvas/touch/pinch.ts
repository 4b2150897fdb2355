import type { Editor, TLEventInfo, TLPointerEventInfo } from 'tldraw'
import type { BoardBinding } from '../binding/board-binding.ts'
import { YoungGesture } from './young-gesture.ts'

interface PinchOptions {
  readonly editor: Editor
  readonly binding: BoardBinding
  /** A clock that nobody sets, in milliseconds. */
  readonly now?: () => number
  /** Whether a pointer is a finger; the browser is asked when left out. */
  readonly isFinger?: (pointerId: number) => boolean
}

/** Watches over pinches on this board, until the returned function is called. */
export function giveWayToPinch(options: PinchOptions): () => void {
  const guard = new PinchGuard(options)
  return () => guard.stop()
}

/**
 * Lets a pinch take back what its first finger began: a stroke, a drag, a frame around things, an
 * arrow, what is being erased. Fingers do not land at once. What was going on for longer is finished
 * where it is. tldraw leaves a stroke of six pixels behind, and goes on with a drag after the pinch.
 */
class PinchGuard {
  readonly #editor: Editor
  readonly #binding: BoardBinding
  readonly #now: () => number
  readonly #isFinger: (pointerId: number) => boolean
  readonly #dispatch: Editor['dispatch']
  /** Pointers that the browser calls a touch. */
  readonly #touches = new Set<number>()
  /** The finger that does something, and where everything is put back to if it was a pinch. */
  #finger:
    | { readonly id: number; readonly gesture: YoungGesture; readonly mark: string }
    | undefined
  #isPenDown = false
  #ignoresPinch = false

  constructor({ editor, binding, now, isFinger }: PinchOptions) {
    this.#editor = editor
    this.#binding = binding
    this.#now = now ?? (() => performance.now())
    this.#isFinger = isFinger ?? ((pointerId) => this.#touches.has(pointerId))
    this.#dispatch = editor.dispatch.bind(editor)
    editor.dispatch = (info) => this.#look(info)
    binding.holdsBack = () => this.isYoung
    editor.on('before-event', this.#settle)
    const container = editor.getContainer()
    container.addEventListener('pointerdown', this.#touched, { capture: true })
    container.addEventListener('pointercancel', this.#cancelled, { capture: true })
  }

  /** What is going on may still become a pinch, so others should not see it yet. */
  get isYoung(): boolean {
    return this.#finger?.gesture.isYoung ?? false
  }

  stop(): void {
    this.#finger = undefined
    this.#editor.dispatch = this.#dispatch
    this.#binding.holdsBack = () => false
    this.#editor.off('before-event', this.#settle)
    const container = this.#editor.getContainer()
    container.removeEventListener('pointerdown', this.#touched, { capture: true })
    container.removeEventListener('pointercancel', this.#cancelled, { capture: true })
  }

  #look(info: TLEventInfo): Editor {
    if (info.type === 'pointer' && !this.#heed(info)) return this.#editor
    if (info.type === 'pinch') {
      // The palm and a finger beside a pen that writes.
      if (info.name === 'pinch_start') this.#ignoresPinch = this.#isPenDown
      if (this.#ignoresPinch) return this.#editor
      if (info.name === 'pinch_start') this.#giveWay()
    }
    this.#dispatch(info)
    if (info.type === 'pointer' && info.name === 'pointer_up') this.#lift(info)
    return this.#editor
  }

  /** @returns False for a second finger: to tldraw the first would have jumped there. */
  #heed(info: TLPointerEventInfo): boolean {
    const { name, pointerId, isPen, point } = info
    if (isPen) {
      if (name === 'pointer_down') this.#isPenDown = true
      return true
    }
    const isFinger = this.#isFinger(pointerId)
    const finger = this.#finger
    if (finger !== undefined && isFinger && pointerId !== finger.id) return false
    if (name === 'pointer_move' && isFinger) finger?.gesture.movedTo(point)
    if (name === 'pointer_down' && isFinger && !this.#editor.inputs.isPinching) {
      const mark = this.#editor.markHistoryStoppingPoint('finger')
      this.#finger = { id: pointerId, gesture: new YoungGesture(point, this.#now), mark }
    }
    return true
  }

  #lift({ pointerId, isPen }: TLPointerEventInfo): void {
    if (isPen) this.#isPenDown = false
    if (this.#finger?.id === pointerId) this.#finger = undefined
  }

  #giveWay(): void {
    const editor = this.#editor
    const finger = this.#finger
    // Who types and pinches goes on typing; tldraw does not zoom then.
    if (finger === undefined || editor.getEditingShapeId() !== null) return
    if (!finger.gesture.isYoung) {
      this.#finger = undefined
      if (isBusy(editor)) editor.complete()
      return
    }
    if (isBusy(editor)) editor.cancel()
    // What the tool itself put back may have been all there was since.
    if (hasMark(editor, finger.mark)) editor.bailToMark(finger.mark)
    this.#finger = undefined
  }

  readonly #touched = ({ pointerId, pointerType, isPrimary }: PointerEvent): void => {
    if (pointerType !== 'touch') return
    if (isPrimary) {
      // The first finger after a while: none of those before is there, whatever was heard of them.
      this.#touches.clear()
      this.#finger = undefined
    }
    this.#touches.add(pointerId)
  }

  /** The browser took the pointer over, and tldraw hears nothing of it. */
  readonly #cancelled = ({ pointerId, pointerType }: PointerEvent): void => {
    if (pointerType === 'pen') this.#isPenDown = false
    if (this.#finger?.id === pointerId) this.#finger = undefined
  }

  /** tldraw hears of no finger that is lifted from a pinch, and would think that it is still there. */
  readonly #settle = (info: TLEventInfo): void => {
    if (info.type !== 'pinch' || info.name !== 'pinch_end') return
    const { inputs } = this.#editor
    inputs.isPointing = false
    inputs.isDragging = false
    inputs.buttons.clear()
    this.#finger = undefined
  }
}

/** tldraw would take everything back, to the first thing that was ever done, for a mark that is gone. */
function hasMark(editor: Editor, mark: string): boolean {
  // Not in its types; the version of tldraw is pinned.
  const { history } = editor as unknown as {
    history: { getMarkIdMatching(id: string): string | null }
  }
  return history.getMarkIdMatching(mark) === mark
}

/** Something is going on that began with a pointer. */
function isBusy(editor: Editor): boolean {
  const path = editor.getPath()
  return !path.endsWith('idle')
}
