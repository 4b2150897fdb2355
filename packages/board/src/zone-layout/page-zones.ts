import type { RecordId } from '@stip/primitives'
import type { BoardRecord } from '../record.ts'
import { pageId } from '../zone.ts'

/** A label lower than this is the title of a step, not a place to work in. */
export const TITLE_HEIGHT = 150

/** A zone as it lies on paper: as it is stored, before anything grows. */
export interface PageZone {
  readonly id: RecordId
  readonly x: number
  readonly w: number
  readonly top: number
  readonly bottom: number
  /** Whether it becomes higher with what is in it. */
  readonly grows: boolean
  /** Whether things in it keep their distance from its top. */
  readonly holds: boolean
  /** Whether it is for sentences, which stand below each other. */
  readonly flows: boolean
}

/** From a height on, everything stands so much lower than on paper. */
export interface Step {
  readonly at: number
  readonly sum: number
}

/** Whether a record is a zone on the page. */
export function isZone(record: BoardRecord): boolean {
  return record.type === 'zone' && record.typeName === 'shape' && record['parentId'] === pageId
}

/** A zone as it is stored, also when the record is what a board shows of it. */
export function pageZone({ id, x, y, props, meta }: BoardRecord): PageZone {
  const [top, height] = Array.isArray(meta['paper']) ? meta['paper'] : [y, props['h']]
  const { style } = props
  return {
    id,
    x: number(x),
    w: number(props['w']),
    top: number(top),
    bottom: number(top) + number(height),
    grows: style === 'area',
    flows: style === 'area' && meta['kind'] === 'text',
    holds: style === 'area' || (style === 'label' && number(height) >= TITLE_HEIGHT),
  }
}

/** How much lower than on paper things stand that lie at a height of the paper. */
export function shiftAt(steps: readonly Step[], y: number): number {
  let sum = 0
  for (const step of steps) {
    if (step.at > y) break
    sum = step.sum
  }
  return sum
}

/**
 * The least that everything below has to go down for every zone to be as high as it must be. All
 * that stood side by side still does: zones that end at one height end at one height.
 *
 * @param more - How much higher each zone must be than on paper.
 */
export function stepsFor(zones: Iterable<PageZone>, more: (zone: PageZone) => number): Step[] {
  const growing = [...zones].filter(({ grows }) => grows)
  const steps: Step[] = []
  for (const zone of growing.toSorted((one, other) => one.bottom - other.bottom)) {
    const { top, bottom } = zone
    const missing = more(zone) - (shiftAt(steps, bottom) - shiftAt(steps, top))
    if (missing <= 0) continue
    const last = steps.at(-1)
    if (last?.at === bottom) steps.pop()
    steps.push({ at: bottom, sum: (last?.sum ?? 0) + missing })
  }
  return steps
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
