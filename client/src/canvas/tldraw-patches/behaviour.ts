import type { Editor } from 'tldraw'
import { isApplyingRemote } from '../binding/applying.ts'
import type { BoardBinding } from '../binding/board-binding.ts'
import { copyInPlace } from '../binding/copying.ts'
import { copyOverHttp } from '../copying/copy-over-http.ts'
import { releaseListenersWhenClosed } from './release-editor-listeners.ts'

/**
 * Replaces the few things tldraw does that hurt others on a shared board: its undo, which restores
 * whole records, and its habit to select all words, so that a second typist replaces them.
 */
export function behaveOnSharedBoard(editor: Editor, binding: BoardBinding): () => void {
  const bail = editor.bail.bind(editor)
  const bailToMark = editor.bailToMark.bind(editor)
  editor.undo = () => {
    undoOwn(editor, binding)
    return editor
  }
  editor.redo = () => {
    redoOwn(editor, binding)
    return editor
  }
  editor.bail = () => {
    binding.abandon(() => bail())
    return editor
  }
  editor.bailToMark = (mark) => {
    binding.abandon(() => bailToMark(mark))
    return editor
  }
  placeCaretInsteadOfSelecting(editor)
  leaveGroupsOfOthersAlone(editor)
  copyInPlace(editor)
  releaseListenersWhenClosed(editor)
  binding.hasInHand = () => editor.inputs.isPointing
  const stops = [listenForSteps(editor, binding), followFocus(editor), copyOverHttp(editor)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Takes this person's last step back. */
export function undoOwn(editor: Editor, binding: BoardBinding): void {
  if (editor.inputs.isPointing || editor.getIsReadonly()) return
  binding.beginStep()
  binding.undo.undo()
}

/** Does this person's last undone step again. */
export function redoOwn(editor: Editor, binding: BoardBinding): void {
  if (editor.inputs.isPointing || editor.getIsReadonly()) return
  binding.beginStep()
  binding.undo.redo()
}

function placeCaretInsteadOfSelecting(editor: Editor): void {
  const emit = editor.emit.bind(editor)
  editor.emit = (name, ...values) => {
    if (name !== 'select-all-text') return emit(name, ...values)
    // Without this event the text editor puts the caret at the end.
    return false
  }
}

/**
 * A group that loses its children takes itself apart. Who took them out wrote that down as well; on
 * other screens tldraw would do it once more, on that screen only, and boards would differ for good.
 */
function leaveGroupsOfOthersAlone(editor: Editor): void {
  const util = editor.getShapeUtil('group')
  const onChildrenChange = util.onChildrenChange?.bind(util)
  util.onChildrenChange = (group) =>
    isApplyingRemote(editor.store) ? undefined : onChildrenChange?.(group)
}

/** tldraw listens to the keyboard only while the focus is on the board, and not in a field beside it. */
function followFocus(editor: Editor): () => void {
  const container = editor.getContainer()
  const came = (): void => {
    if (!editor.getIsFocused()) editor.focus({ focusContainer: false })
  }
  const left = ({ relatedTarget }: FocusEvent): void => {
    const isOutside = relatedTarget instanceof Node && !container.contains(relatedTarget)
    if (isOutside) editor.blur({ blurContainer: false })
  }
  // With the focus nowhere, shortcuts are for the board.
  if (container.ownerDocument.activeElement === container.ownerDocument.body) came()
  container.addEventListener('focusin', came)
  container.addEventListener('pointerdown', came, { capture: true })
  container.addEventListener('focusout', left)
  return () => {
    container.removeEventListener('focusin', came)
    container.removeEventListener('pointerdown', came, { capture: true })
    container.removeEventListener('focusout', left)
  }
}

/** One gesture, or one press of a key outside a text, is one step of undo. */
function listenForSteps(editor: Editor, binding: BoardBinding): () => void {
  const container = editor.getContainer()
  const pressed = ({ isPrimary }: PointerEvent): void => {
    // A second finger turns what the first began into a pinch; tldraw takes that back.
    if (isPrimary) binding.beginStep()
  }
  const key = (event: KeyboardEvent): void => {
    if (isUndo(event) || isRedo(event)) {
      event.preventDefault()
      event.stopPropagation()
      if (isRedo(event)) redoOwn(editor, binding)
      else undoOwn(editor, binding)
    } else if (!event.repeat && !editor.inputs.isPointing && binding.typedIn === undefined) {
      binding.beginStep()
    }
  }
  container.addEventListener('pointerdown', pressed, { capture: true })
  container.addEventListener('keydown', key, { capture: true })
  return () => {
    container.removeEventListener('pointerdown', pressed, { capture: true })
    container.removeEventListener('keydown', key, { capture: true })
  }
}

function isUndo(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
}

function isRedo(event: KeyboardEvent): boolean {
  if (!event.ctrlKey && !event.metaKey) return false
  const key = event.key.toLowerCase()
  return key === 'y' || (event.shiftKey && key === 'z')
}
