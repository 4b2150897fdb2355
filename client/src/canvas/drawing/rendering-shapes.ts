import { atom, computed, isUninitialized, RESET_VALUE, unsafe__withoutCapture } from 'tldraw'
import type { Editor, RecordsDiff, Signal, TLShape, TLShapeId } from 'tldraw'
import { isInSight } from './viewport-culling.ts'

/** A shape as tldraw's canvas draws it. */
type RenderingShape = ReturnType<Editor['getRenderingShapes']>[number]

/** So many shapes that come in together are drawn at once; more come in turns. */
const AT_ONCE = 150
const [FEWEST, MOST] = [20, 400]
/** A turn that made a frame longer than this was too large. Milliseconds. */
const LONG_FRAME = 34

/**
 * What the canvas draws, worked out with less work than tldraw does: not again when a shape only
 * moves, which happens all the time while others draw, and not all at once when a board opens, so
 * that one can draw while the last notes still come in. What is in sight comes first.
 */
export function drawInTurns(editor: Editor): void {
  const all = allShapes(editor)
  const drawn = new Set<TLShapeId>()
  const turns = atom('turns of drawing', 0)
  let lastTurn = -1
  let size = AT_ONCE
  const nextTurn = askForTurns(editor, (frameMs) => {
    size = frameMs > LONG_FRAME ? Math.max(FEWEST, size / 2) : Math.min(MOST, size * 1.5)
    turns.update((turn) => turn + 1)
  })
  const shown = computed('shapes that are drawn', () => {
    const shapes = all.get()
    const turn = turns.get()
    const waiting = shapes.filter(({ id }) => !drawn.has(id))
    if (waiting.length === 0) return shapes
    const isTurn = turn !== lastTurn
    lastTurn = turn
    const { first, later } = inOrder(editor, waiting)
    const count = waiting.length <= AT_ONCE ? AT_ONCE : isTurn ? size : 0
    for (const { id } of [...first, ...later].slice(0, count)) drawn.add(id)
    if (waiting.length <= count) return shapes
    nextTurn(first.length > count)
    return shapes.filter(({ id }) => drawn.has(id))
  })
  editor.getRenderingShapes = () => shown.get()
}

/** All shapes of the page in the form tldraw draws them; the same list while shapes only move. */
function allShapes(editor: Editor): Signal<RenderingShape[]> {
  const workOut = editor.getRenderingShapes.bind(editor)
  const history = editor.store.query.filterHistory('shape')
  let context: readonly unknown[] = []
  return computed('all shapes', (before, epoch) => {
    const now = [history.get(), editor.getErasingShapeIds(), editor.getCurrentPageId()].slice(1)
    const isSameContext = now.every((value, at) => value === context[at])
    context = now
    if (!isUninitialized(before) && isSameContext) {
      const diffs = history.getDiffSince(epoch)
      const after = diffs === RESET_VALUE ? undefined : withChanges(before, diffs)
      if (after !== undefined) return after
    }
    return unsafe__withoutCapture(workOut)
  })
}

/** The list with the looks of shapes that changed; undefined when shapes came, went or changed places. */
function withChanges(
  before: RenderingShape[],
  diffs: readonly RecordsDiff<TLShape>[],
): RenderingShape[] | undefined {
  const looks = new Map<TLShapeId, TLShape>()
  for (const { added, removed, updated } of diffs) {
    if (hasAny(added) || hasAny(removed)) return undefined
    for (const [from, to] of Object.values(updated)) {
      if (!standsTheSame(from, to)) return undefined
      if (from.props !== to.props || from.meta !== to.meta) looks.set(to.id, to)
    }
  }
  if (looks.size === 0) return before
  return before.map((item) => {
    const shape = looks.get(item.id)
    return shape === undefined ? item : { ...item, shape }
  })
}

function standsTheSame(one: TLShape, other: TLShape): boolean {
  return (
    one.index === other.index && one.parentId === other.parentId && one.opacity === other.opacity
  )
}

function hasAny(records: object): boolean {
  for (const _ in records) return true
  return false
}

/** Those in sight before the others, and from top to bottom. */
function inOrder(
  editor: Editor,
  waiting: readonly RenderingShape[],
): { readonly first: readonly RenderingShape[]; readonly later: readonly RenderingShape[] } {
  const first: RenderingShape[] = []
  const later: RenderingShape[] = []
  for (const shape of waiting) (isInSight(editor, shape.id) ? first : later).push(shape)
  return { first: first.toSorted((one, other) => one.shape.y - other.shape.y), later }
}

/**
 * Calls back in a later frame, with how long frames take. What is not urgent waits for as long as
 * somebody's hand is on the board.
 */
function askForTurns(editor: Editor, turn: (frameMs: number) => void): (isUrgent: boolean) => void {
  let isAsked = false
  let isUrgent = false
  let last: number | undefined
  const look = (now: number): void => {
    const frameMs = now - (last ?? now)
    last = now
    const isBusy = editor.inputs.isPointing || editor.getCameraState() === 'moving'
    if (isBusy && !isUrgent) {
      editor.timers.requestAnimationFrame(look)
      return
    }
    isAsked = false
    turn(frameMs)
  }
  return (urgent) => {
    isUrgent = urgent
    if (isAsked) return
    isAsked = true
    editor.timers.requestAnimationFrame(look)
  }
}
