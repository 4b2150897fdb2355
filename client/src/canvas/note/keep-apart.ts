import { spotInZone } from '@stip/board'
import { react } from 'tldraw'
import type { Box, Editor, TLShape, TLShapeId } from 'tldraw'
import { wishZone } from '../binding/zone-wish.ts'
import { headingBottom, recordsOn, zoneAt } from '../zone/zones-on-screen.ts'
import { bringIntoView } from './bring-into-view.ts'

/** Less than this is no covering: edges of paper. Board units. */
const SLIVER = 4
const moved: ReadonlySet<string> = new Set(['note', 'text', 'image', 'geo'])

/**
 * Keeps what a person made or moved off the words of zones, and notes off each other. What was let
 * go on the words of a zone comes below them; a note that became longer than the room below it
 * goes where there is room.
 */
export function keepApart(editor: Editor): () => void {
  let dragged: readonly TLShapeId[] = []
  let typedIn: TLShapeId | null = null
  return react('keep apart', () => {
    const isDragging = editor.isIn('select.translating')
    const editing = editor.getEditingShapeId()
    const letGo = isDragging ? [] : dragged
    const written = typedIn === editing ? null : typedIn
    dragged = isDragging ? editor.getSelectedShapeIds() : []
    typedIn = editing
    if (letGo.length === 0 && written === null) return
    // tldraw is still in the middle of what it does when it says that it is done.
    editor.timers.requestAnimationFrame(() => {
      for (const id of letGo) moveOffHeading(editor, id)
      if (written !== null) moveOffNotes(editor, written)
    })
  })
}

function moveOffHeading(editor: Editor, id: TLShapeId): void {
  const shape = editor.getShape(id)
  const bounds = editor.getShapePageBounds(id)
  if (shape === undefined || bounds === undefined || !isLoose(editor, shape)) return
  const zone = zoneAt(editor, bounds.center)
  if (zone === undefined) return
  const bottom = headingBottom(zone)
  if (bounds.y >= bottom - SLIVER) return
  moveTo(editor, shape, bounds, { x: bounds.center.x, y: bottom + bounds.h / 2 })
}

function moveOffNotes(editor: Editor, id: TLShapeId): void {
  const shape = editor.getShape(id)
  const bounds = editor.getShapePageBounds(id)
  if (shape?.type !== 'note' || bounds === undefined || !isLoose(editor, shape)) return
  const below = editor.getCurrentPageShapes().filter(({ type }) => type === 'note')
  const isCovering = below.some((other) => {
    const there = other.id === id ? undefined : editor.getShapePageBounds(other)
    // Notes that somebody put over each other beginning at one height stay so.
    return there !== undefined && there.y > bounds.y + SLIVER && covers(bounds, there)
  })
  if (!isCovering) return
  if (moveTo(editor, shape, bounds)) bringIntoView(editor, id)
}

function moveTo(
  editor: Editor,
  shape: TLShape,
  { x, y, w, h }: Box,
  middle?: { readonly x: number; readonly y: number },
): boolean {
  const zone = zoneAt(editor, { x: x + w / 2, y: y + Math.min(h, w) / 2 })
  const view = editor.getViewportPageBounds()
  const wish = { w, h, view, id: shape.id, ...(middle !== undefined && { middle }) }
  const spot = zone && spotInZone(recordsOn(editor), zone.id, wish)
  if (zone === undefined || spot === undefined) return false
  wishZone(editor.store, shape.id, zone.id)
  editor.updateShape({
    id: shape.id,
    type: shape.type,
    x: shape.x + spot.x - x,
    y: shape.y + spot.y - y,
  })
  return true
}

/** Whether it stands on the page by itself. */
function isLoose(editor: Editor, { type, parentId }: TLShape): boolean {
  return moved.has(type) && parentId === editor.getCurrentPageId()
}

function covers(one: Box, other: Box): boolean {
  const w = Math.min(one.maxX, other.maxX) - Math.max(one.x, other.x)
  const h = Math.min(one.maxY, other.maxY) - Math.max(one.y, other.y)
  return w > SLIVER && h > SLIVER
}
