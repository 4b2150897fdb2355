import type { RecordId } from '@stip/primitives'
import { bounds, unite } from '../bounds.ts'
import { copyId, laneId } from './merge-ids.ts'
import { isRemovedByPeople, memory } from './merge-memory.ts'
import type { StoredRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import type { SourceView } from '../source-view.ts'
import { pageId } from '../zone.ts'

/**
 * A strip of the vision for the work of one group. It shows what lies between `left` and `right`
 * on the group's own board, moved sideways by `offset`; everything keeps its own height, so the
 * steps of all groups stand next to each other. None of the three ever changes: what is on the
 * vision stays where it is. In board pixels, whole numbers.
 */
export interface Lane {
  readonly id: RecordId
  readonly offset: number
  readonly left: number
  readonly right: number
}

/** Where everything goes: the lanes of each board, and in which of them a shape is. */
export interface Layout {
  /** The first lane of a board frames the areas of its steps. */
  readonly lanes: ReadonlyMap<SourceView, readonly Lane[]>
  /** Top of all frames, and their height. */
  readonly top: number
  readonly height: number
  laneOf(view: SourceView, shape: RecordId): Lane
}

/** Room that a lane keeps free at its sides and under its work, for what a group adds later. */
const margin = 200
/** Room above the work for the letter and the name of the group. */
const header = 240
/** Between two lanes. */
const gap = 160
/** Work farther apart than this stands in separate lanes, so that one lost line does not stretch a lane. */
const splitDistance = 2000
/** What people put on the vision beyond this does not push lanes away. */
const farAway = 100_000
const emptyBoard: Bounds = { x: 0, y: 0, w: 1600, h: 900 }

/**
 * Gives every shape of the group boards its lane. A shape that no lane of its group reaches gets a
 * new lane, to the right of everything: lanes never widen, so they never run into each other.
 */
export function layOut(
  views: readonly SourceView[],
  vision: ReadonlyMap<RecordId, StoredRecord>,
): Layout {
  let edge = rightEdge(vision)
  const lanes = new Map<SourceView, Lane[]>()
  const chosen = new Map<SourceView, Map<RecordId, Lane>>()
  for (const view of views) {
    const own = lanesOn(vision, view)
    const mine = new Map<RecordId, Lane>()
    lanes.set(view, own)
    chosen.set(view, mine)
    const strips: Strip[] = own.length > 0 ? [] : [stripOf(areaOf(view), undefined)]
    for (const shape of placedShapes(view, vision)) {
      const strip = stripOf(boundsIn(view, shape), shape)
      const lane = own.find(({ left, right }) => left <= strip.from && strip.to <= right)
      if (lane === undefined) strips.push(strip)
      else mine.set(shape, lane)
    }
    for (const { from, to, shapes } of clustered(strips)) {
      const [left, right] = [Math.floor(from) - margin, Math.ceil(to) + margin]
      const lane = { id: laneId(view.group.id, own.length + 1), offset: edge - left, left, right }
      edge += right - left + gap
      own.push(lane)
      for (const shape of shapes) mine.set(shape, lane)
    }
  }

  function laneOf(view: SourceView, shape: RecordId): Lane {
    const mine = chosen.get(view)
    let id: RecordId | undefined = view.boundTo.get(shape) ?? shape
    while (id !== undefined && mine?.has(id) === false) {
      id = view.nestedIn.get(id)
    }
    const lane = id === undefined ? undefined : mine?.get(id)
    return lane ?? (lanes.get(view)?.[0] as Lane)
  }

  return { lanes, laneOf, ...frameOf(views, vision) }
}

/** Whether a copy stands on the page of the vision; what is nested follows its parent. */
export function standsOnPage(
  view: SourceView,
  shape: RecordId,
  vision: ReadonlyMap<RecordId, StoredRecord>,
): boolean {
  const nestedIn = view.nestedIn.get(shape) ?? pageId
  if (nestedIn === pageId) return true
  // People took the parent off the vision. The child is not lost with it: it stands by itself.
  const parent = vision.get(copyId(view.board, nestedIn))
  return parent !== undefined && isRemovedByPeople(parent)
}

/** Shapes that choose a lane by where they stand. A bound arrow does not: it follows what it points at. */
function placedShapes(
  view: SourceView,
  vision: ReadonlyMap<RecordId, StoredRecord>,
): readonly RecordId[] {
  return [...view.present.values()]
    .filter((record) => record.typeName === 'shape' && !view.boundTo.has(record.id))
    .map((record) => record.id)
    .filter((id) => standsOnPage(view, id, vision))
}

function lanesOn(vision: ReadonlyMap<RecordId, StoredRecord>, view: SourceView): Lane[] {
  const lanes: Lane[] = []
  for (;;) {
    const id = laneId(view.group.id, lanes.length + 1)
    const lane = laneIn(id, vision.get(id))
    if (lane === undefined) return lanes
    lanes.push(lane)
  }
}

function laneIn(id: RecordId, stored: StoredRecord | undefined): Lane | undefined {
  const numbers = stored?.base?.[memory.lane]
  if (!Array.isArray(numbers)) return undefined
  const [offset, left, right] = numbers as readonly number[]
  if (offset === undefined || left === undefined || right === undefined) return undefined
  return { id, offset, left, right }
}

function rightEdge(vision: ReadonlyMap<RecordId, StoredRecord>): number {
  const edges: number[] = []
  for (const [id, stored] of vision) {
    const lane = laneIn(id, stored)
    if (lane !== undefined) edges.push(lane.right + lane.offset)
  }
  const live = [...vision.values()].filter(({ isGone }) => !isGone).map(({ record }) => record)
  const content = bounds(live)
  if (content !== undefined && content.x + content.w <= farAway) edges.push(content.x + content.w)
  return edges.length === 0 ? 0 : Math.ceil(Math.max(...edges)) + gap
}

function frameOf(
  views: readonly SourceView[],
  vision: ReadonlyMap<RecordId, StoredRecord>,
): { readonly top: number; readonly height: number } {
  const content = unite(
    views.flatMap((view) => [
      areaOf(view),
      ...placedShapes(view, vision).map((shape) => boundsIn(view, shape)),
    ]),
  )
  const { y, h } = content ?? emptyBoard
  const [top, bottom] = [Math.floor(y) - header, Math.ceil(y + h) + margin]
  // Frames only grow: what a group deleted may still be in sight on the vision.
  const before = bounds(
    [...vision.values()]
      .filter((stored) => !stored.isGone && stored.base?.[memory.lane] !== undefined)
      .map((stored) => stored.record),
  )
  const all = unite([{ x: 0, y: top, w: 0, h: bottom - top }, before]) as Bounds
  return { top: all.y, height: all.h }
}

function areaOf(view: SourceView): Bounds {
  return bounds([...view.zones.values()]) ?? emptyBoard
}

function boundsIn(view: SourceView, shape: RecordId): Bounds {
  const record = view.present.get(shape)
  const covered = record === undefined ? undefined : view.geometry.boundsOf(record)
  if (covered !== undefined || record === undefined) return covered ?? emptyBoard
  const { x, y } = view.geometry.placeOf(record)
  return { x, y, w: 0, h: 0 }
}

/** A stretch of a group board from left to right, and the shapes in it. */
interface Strip {
  readonly from: number
  readonly to: number
  readonly shapes: readonly RecordId[]
  readonly hasArea: boolean
}

function stripOf({ x, w }: Bounds, shape: RecordId | undefined): Strip {
  const shapes = shape === undefined ? [] : [shape]
  return { from: x, to: x + w, shapes, hasArea: shape === undefined }
}

/** Joins strips that lie close together; the one with the areas of the steps comes first. */
function clustered(strips: readonly Strip[]): readonly Strip[] {
  const clusters: { from: number; to: number; shapes: RecordId[]; hasArea: boolean }[] = []
  for (const strip of strips.toSorted((one, other) => one.from - other.from)) {
    const last = clusters.at(-1)
    if (last === undefined || strip.from - last.to > splitDistance) {
      clusters.push({ ...strip, shapes: [...strip.shapes] })
      continue
    }
    last.to = Math.max(last.to, strip.to)
    last.shapes.push(...strip.shapes)
    last.hasArea ||= strip.hasArea
  }
  return clusters.toSorted((one, other) => Number(other.hasArea) - Number(one.hasArea))
}
