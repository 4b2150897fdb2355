import type { RecordId } from '@stip/primitives'
import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import { TITLE_HEIGHT } from '../zone-layout/page-zones.ts'
import { inReadingOrder } from './reading-order.ts'
import { freeRoom } from './zone-heading.ts'

/** A part of a board that has a heading. */
export interface Section {
  /** The zone that gives the heading; '' for what lies outside all of them. */
  readonly id: RecordId
  /** 'lane' frames a group on the vision, 'title' names a step, 'rest' is what has no zone. */
  readonly kind: 'lane' | 'title' | 'zone' | 'rest'
  /** How deep the heading is; 1 is the highest. */
  readonly level: 1 | 2 | 3
  readonly title: string
  readonly question: string
  /** Letter of a group, or ''. */
  readonly letter: string
  /** What it covers; undefined for the rest. */
  readonly place: Bounds | undefined
  /** Where something new may stand: below the words of the heading. */
  readonly room: Bounds
  readonly canAdd: boolean
  /** Whether it gets more room when it is full. */
  readonly grows: boolean
  /** Whether it holds sentences instead of notes. */
  readonly isText: boolean
}

/** How far below its last title a board may grow. */
const ROOM_BELOW = 1250
/** Room that steps leave between each other. */
const GAP = 240

const rest = { id: '', kind: 'rest', level: 1, title: '', question: '', letter: '' } as const

/** The sections of a board in reading order, the rest last. */
export function sectionsOf(records: readonly BoardRecord[]): readonly Section[] {
  const zones = records.filter(({ type, typeName }) => typeName === 'shape' && type === 'zone')
  const drafts = zones.map((zone) => draftOf(zone))
  const lanes = sorted(drafts.filter(({ kind }) => kind === 'lane'))
  const inLane = Map.groupBy(
    drafts.filter(({ kind }) => kind !== 'lane'),
    ({ place }) => lanes.find((lane) => holds(lane.place, place))?.id,
  )
  const loose = withTitles(inLane.get(undefined) ?? [], 1)
  const ofLanes = lanes.flatMap((lane) => {
    const inside = withTitles(inLane.get(lane.id) ?? [], 2)
    return [section(lane, 1, lane.place, inside.length === 0), ...inside]
  })
  return [
    ...loose,
    ...ofLanes,
    { ...rest, grows: false, isText: false, place: undefined, ...below(drafts) },
  ]
}

/** Finds the section that something belongs to: the smallest zone with its middle in it. */
export function sectionFinder(sections: readonly Section[]): (place: Bounds) => Section {
  const placed = sections.filter((one) => one.place !== undefined)
  const bySize = placed.toSorted((one, other) => area(one) - area(other))
  return (place) => {
    const within = bySize.find((one) => holds(one.place as Bounds, place))
    if (within !== undefined && within.kind !== 'lane') return within
    // Beside the zones of a step one still works on that step.
    const middle = place.y + place.h / 2
    const above = placed.filter(
      (one) =>
        one.kind === 'title' &&
        (one.place as Bounds).y <= middle &&
        (within === undefined || holds(within.place as Bounds, one.place as Bounds)),
    )
    const title = above.reduce<Section | undefined>(
      (lowest, one) =>
        lowest === undefined || (one.place as Bounds).y > (lowest.place as Bounds).y ? one : lowest,
      undefined,
    )
    return title ?? within ?? (sections.at(-1) as Section)
  }
}

interface Draft extends Omit<Section, 'level' | 'room' | 'canAdd' | 'place'> {
  readonly place: Bounds
  readonly record: BoardRecord
}

function draftOf(record: BoardRecord): Draft {
  const { props } = record
  const place = {
    x: number(record['x']),
    y: number(record['y']),
    w: number(props['w']),
    h: number(props['h']),
  }
  // A label that low is the title of a step, and what lies below it belongs to that step.
  const isTitle = props['style'] === 'label' && place.h < TITLE_HEIGHT
  return {
    id: record.id,
    kind: props['style'] === 'lane' ? 'lane' : isTitle ? 'title' : 'zone',
    title: text(props['title']),
    question: text(props['question']),
    letter: text(props['letter']),
    grows: props['style'] === 'area',
    isText: record.meta['kind'] === 'text',
    place,
    record,
  }
}

/** Zones one level below the title above them. */
function withTitles(drafts: readonly Draft[], level: 1 | 2): Section[] {
  const titles = drafts
    .filter(({ kind }) => kind === 'title')
    .toSorted((one, other) => one.place.y - other.place.y || (one.id < other.id ? -1 : 1))
  const zones = drafts.filter(({ kind }) => kind !== 'title')
  const under = Map.groupBy(zones, ({ place }) =>
    titles.findLastIndex((title) => title.place.y <= place.y),
  )
  const sections = (under.get(-1) ?? []).length > 0 ? zonesOf(under.get(-1) ?? [], level) : []
  for (const [index, title] of titles.entries()) {
    const own = under.get(index) ?? []
    const top = title.place.y + title.place.h
    const next = titles[index + 1]?.place.y
    const bottom = next === undefined ? top + ROOM_BELOW : next - GAP
    const room = { ...title.place, y: top, h: Math.max(0, bottom - top) }
    sections.push(section(title, level, room, own.length === 0))
    sections.push(...zonesOf(own, level === 1 ? 2 : 3))
  }
  return sections
}

function zonesOf(drafts: readonly Draft[], level: Section['level']): Section[] {
  return sorted(drafts).map((draft) => section(draft, level, freeRoom(draft.record), true))
}

function section(draft: Draft, level: Section['level'], room: Bounds, canAdd: boolean): Section {
  const { record: _record, ...known } = draft
  return { ...known, level, room, canAdd }
}

/** A board without zones is one place to write on; with zones, new things go into those. */
function below(drafts: readonly Draft[]): Pick<Section, 'room' | 'canAdd'> {
  return { room: { x: 0, y: 0, w: 2400, h: 100_000 }, canAdd: drafts.length === 0 }
}

function sorted(drafts: readonly Draft[]): readonly Draft[] {
  return inReadingOrder(
    drafts,
    ({ place }) => place,
    ({ id }) => id,
  )
}

/** Whether the middle of something lies in a rectangle. */
function holds(outer: Bounds, inner: Bounds): boolean {
  const [x, y] = [inner.x + inner.w / 2, inner.y + inner.h / 2]
  return outer.x <= x && x <= outer.x + outer.w && outer.y <= y && y <= outer.y + outer.h
}

function area({ place }: Section): number {
  return place === undefined ? Infinity : place.w * place.h
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
