import type { Node } from '@tiptap/pm/model'
import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import { DefaultColorStyle, DefaultSizeStyle, toRichText } from 'tldraw'
import type { Editor, TLShape, TLShapeId } from 'tldraw'
import type { Drawer } from './drawer.ts'
import { structure } from './random-structure.ts'
import { expectOthersKeepTheirs, noteReplaced } from './work-of-others.ts'

const colors = ['yellow', 'blue', 'green', 'red'] as const
const sizes = ['s', 'm', 'l'] as const
const words = ['meer bomen', 'water', 'een plein', 'stil', 'samen', 'é🌳', ' '] as const

/** What it takes to do something on a board. */
export type Hands = Pick<Drawer, 'editor' | 'press' | 'frame' | 'shapes'>

/** One thing that people do on a board. */
type Deed = (drawer: Drawer, random: Random) => void
type PlainDeed = (hands: Hands, random: Random) => void

/** What the tools, keys and menus of our boards can do. */
const deeds: readonly [Deed, ...Deed[]] = [
  create,
  create,
  drag,
  drag,
  restyle,
  write,
  type,
  type,
  type,
  reorder,
  remove,
  duplicate,
  connect,
  undo,
  undo,
  redo,
  startAndAbandon,
  rotate,
]

/** What our boards leave out, and pasting or another client can bring in all the same. */
const nestedDeeds: readonly PlainDeed[] = [group, ungroup, frame, intoFrame]

/** What shows on the board by itself, whoever keeps it equal: no undo, no letters one by one. */
const plainDeeds: readonly PlainDeed[] = [
  create,
  create,
  drag,
  drag,
  restyle,
  write,
  reorder,
  remove,
  duplicate,
  rotate,
  removeAndBringBack,
  connect,
  connect,
  ...nestedDeeds,
]

/**
 * Does something that needs no undo and no text editor. Every frame ends a gesture: stored places
 * are rounded, and the screen shows them so when a gesture is over.
 */
export function workPlainly(hands: Hands, random: Random): void {
  const frame = (): void => {
    hands.press()
    hands.frame()
  }
  frame()
  const press = (): void => hands.press()
  const shapes = (): TLShape[] => hands.shapes().toSorted(byId)
  pick(plainDeeds, random)?.({ editor: hands.editor, press, frame, shapes }, random)
}

/** Does something on a board, as tldraw lets a person do it. */
export function workAtRandom(drawer: Drawer, random: Random, hasNesting: boolean): void {
  const [first, ...others] = deeds
  const deed = pick([first, ...others, ...(hasNesting ? nestedDeeds : [])], random)
  if (deed !== type && drawer.typing !== undefined) drawer.stopTyping()
  if (deed !== type) drawer.press()
  deed(drawer, random)
}

function create({ editor }: Hands, random: Random): void {
  const place = { x: below(random, 900) + random(), y: below(random, 600) }
  const kind = below(random, 7)
  if (kind === 0) editor.createShape({ type: 'geo', ...place, props: { w: 90, h: 60 } })
  else if (kind === 1)
    editor.createShape({ type: 'text', ...place, props: { richText: text(random) } })
  else if (kind === 2)
    editor.createShape({ type: 'arrow', ...place, props: { end: { x: 80, y: 40 } } })
  else if (kind === 3) stroke(editor, random)
  else editor.createShape({ type: 'note', ...place })
}

/** A pen goes down, moves for a while, and is lifted. */
function stroke(editor: Editor, random: Random): void {
  const points = Array.from({ length: 3 + below(random, 9) }, (_, x) => ({
    x: x * 7,
    y: x,
    z: 0.5,
  }))
  editor.createShape({
    type: 'draw',
    x: below(random, 900),
    y: below(random, 600),
    props: { segments: [{ type: 'free', points }], isComplete: random() < 0.9 },
  })
}

/** A selection is dragged in a few moves, which may each get a frame. */
function drag(drawer: Hands, random: Random): void {
  const { editor } = drawer
  const ids = some(editor, random)
  for (let move = 0; move < 3; move++) {
    const held = ids.filter((id) => editor.getShape(id) !== undefined)
    editor.nudgeShapes(held, { x: below(random, 200) / 3 - 30, y: below(random, 90) - 45 })
    if (below(random, 2) === 0) drawer.frame()
  }
}

function restyle({ editor }: Hands, random: Random): void {
  editor.setSelectedShapes(some(editor, random))
  if (below(random, 3) === 0)
    editor.setStyleForSelectedShapes(DefaultSizeStyle, pick(sizes, random))
  else editor.setStyleForSelectedShapes(DefaultColorStyle, pick(colors, random))
}

function rotate({ editor }: Hands, random: Random): void {
  editor.rotateShapesBy(some(editor, random), random() * 3)
}

/** All words at once, as a paste does it. */
function write({ editor, shapes }: Hands, random: Random): void {
  const shape = pick(shapes().filter(hasText), random)
  if (shape === undefined) return
  const richText = text(random)
  noteReplaced(editor, shape, richText)
  editor.updateShape({ ...shape, props: { richText } })
}

/** Letter by letter, in a text editor that stays open until something else is done. */
function type(drawer: Drawer, random: Random): void {
  if (drawer.typing === undefined) {
    drawer.press()
    const shape = pick(drawer.shapes().filter(hasText), random)
    if (shape !== undefined) drawer.startTyping(shape.id)
  }
  const { typing } = drawer
  if (typing === undefined) return
  const { doc } = typing.state
  const at = caretNear(doc, 1 + below(random, Math.max(1, doc.content.size - 1)))
  const to = caretNear(doc, Math.min(at + below(random, 6), doc.content.size - 1))
  const selection = { from: at, to: below(random, 3) === 0 ? Math.max(at, to) : at }
  const commands = typing.chain().setTextSelection(selection)
  const way = below(random, 18)
  if (way >= 12) structure(typing, selection, random)
  else if (way < 2) typing.chain().setTextSelection(at).splitBlock().run()
  else if (way < 4) commands.deleteSelection().run()
  else if (way === 4) commands.toggleMark('bold').run()
  else if (way === 5) commands.toggleList('bulletList', 'listItem').run()
  else commands.insertContent(pick(words, random)).run()
}

/** A caret stands beside a character, never inside one that takes two places. */
function caretNear(doc: Node, place: number): number {
  const before = doc.textBetween(Math.max(0, place - 1), place)
  return /[\uD800-\uDBFF]$/.test(before) ? place - 1 : place
}

function reorder({ editor }: Hands, random: Random): void {
  const ids = some(editor, random)
  const way = below(random, 4)
  if (way === 0) editor.bringToFront(ids)
  else if (way === 1) editor.sendToBack(ids)
  else if (way === 2) editor.bringForward(ids)
  else editor.sendBackward(ids)
}

function remove({ editor }: Hands, random: Random): void {
  editor.deleteShapes(some(editor, random))
}

function removeAndBringBack({ editor, frame }: Hands, random: Random): void {
  const shape = pick(editor.getCurrentPageShapesSorted(), random)
  if (shape === undefined) return
  editor.deleteShapes([shape.id])
  frame()
  editor.createShapes([shape])
}

function duplicate({ editor }: Hands, random: Random): void {
  if (editor.getCurrentPageShapes().length < 20) editor.duplicateShapes(some(editor, random))
}

/** Ties an end of an arrow to something. */
function connect({ editor, shapes }: Hands, random: Random): void {
  const all = shapes()
  const arrow = pick(
    all.filter(({ type }) => type === 'arrow'),
    random,
  )
  const target = pick(
    all.filter(({ type }) => type === 'note' || type === 'geo'),
    random,
  )
  if (arrow === undefined || target === undefined) return
  const terminal = below(random, 2) === 0 ? 'start' : 'end'
  const known = editor
    .getBindingsFromShape(arrow.id, 'arrow')
    .filter((binding) => (binding.props as { terminal?: unknown }).terminal === terminal)
  editor.deleteBindings(known)
  editor.createBinding({ type: 'arrow', fromId: arrow.id, toId: target.id, props: { terminal } })
}

function undo(drawer: Drawer): void {
  expectOthersKeepTheirs(drawer, () => drawer.editor.undo())
}

function redo(drawer: Drawer): void {
  expectOthersKeepTheirs(drawer, () => drawer.editor.redo())
}

/** Escape ends a drag, and tldraw puts everything back. */
function startAndAbandon(drawer: Drawer, random: Random): void {
  const mark = drawer.editor.markHistoryStoppingPoint('drag')
  drag(drawer, random)
  drawer.editor.bailToMark(mark)
}

function group({ editor }: Hands, random: Random): void {
  const ids = some(editor, random)
  if (ids.length > 1) editor.groupShapes(ids)
}

function ungroup({ editor, shapes }: Hands, random: Random): void {
  const group = pick(
    shapes().filter(({ type }) => type === 'group'),
    random,
  )
  if (group !== undefined) editor.ungroupShapes([group.id])
}

function frame({ editor }: Hands, random: Random): void {
  editor.createShape({ type: 'frame', x: below(random, 500), y: below(random, 300) })
}

function intoFrame({ editor, shapes }: Hands, random: Random): void {
  const frame = pick(
    shapes().filter(({ type }) => type === 'frame'),
    random,
  )
  const ids = some(editor, random).filter(
    (id) => id !== frame?.id && (frame === undefined || !editor.hasAncestor(frame, id)),
  )
  const isOut = frame === undefined || below(random, 3) === 0
  editor.reparentShapes(ids, isOut ? editor.getCurrentPageId() : frame.id)
}

function hasText(shape: TLShape): boolean {
  return 'richText' in shape.props
}

function text(random: Random): ReturnType<typeof toRichText> {
  return toRichText(
    [pick(words, random), pick(words, random)].join(below(random, 2) === 0 ? '\n' : ' '),
  )
}

/** One to three of what is on the page. */
function some(editor: Editor, random: Random): TLShapeId[] {
  const all = editor.getCurrentPageShapesSorted()
  const chosen = new Set<TLShape>()
  for (let choice = 1 + below(random, 3); choice > 0; choice--) {
    const shape = pick(all, random)
    if (shape !== undefined) chosen.add(shape)
  }
  // Nobody can select a thing and what it lies in at once.
  const isInside = (shape: TLShape): boolean =>
    [...chosen].some(({ id }) => editor.hasAncestor(shape, id))
  return [...chosen].filter((shape) => !isInside(shape)).map(({ id }) => id)
}

function byId(one: TLShape, other: TLShape): number {
  return one.id < other.id ? -1 : 1
}

function pick<Item>(items: readonly [Item, ...Item[]], random: Random): Item
function pick<Item>(items: readonly Item[], random: Random): Item | undefined
function pick<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[below(random, items.length)]
}
