import type { ZoneView } from '@stip/api'
import { zoneRecord } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import type { Json } from '@stip/primitives'

/** A zone of a step: where its area begins, which part of it, and what the format says. */
interface Part {
  readonly name: string
  readonly title: string
  readonly kind?: string
  readonly x: number
  readonly y: number
  readonly w?: number
  readonly h?: number
}

/** A step as the server draws it: a title, and zones below it. */
export function aStep(
  step: string,
  y: number,
  parts: readonly Part[],
): { readonly records: readonly BoardRecord[]; readonly zones: readonly ZoneView[] } {
  const look = { question: '', color: 'white', letter: '', index: 'Y00' } as const
  const title = { x: 40, y: y + 40, w: 2320, h: 100, title: step, style: 'label' } as const
  return {
    records: [
      zoneRecord({ ...look, ...title, id: `shape:step-${step}` }),
      ...parts.map((part) =>
        zoneRecord({
          ...look,
          id: `shape:step-${step}-${part.name}`,
          x: part.x,
          y: y + part.y,
          w: part.w ?? 700,
          h: part.h ?? 400,
          title: part.title,
          style: 'area',
        }),
      ),
    ],
    zones: parts.map(({ name, title: words, kind = 'notes' }) => ({
      id: `shape:step-${step}-${name}`,
      kind,
      title: words,
      question: '',
    })),
  }
}

let count = 0

/** Something on the page; name only what a test is about. */
export function aThing(
  type: string,
  x: number,
  y: number,
  {
    words,
    meta = {},
    ...props
  }: Readonly<Record<string, Json>> & { words?: string; meta?: object } = {},
): BoardRecord {
  count += 1
  const content = words?.split('\n').map((text) => ({
    type: 'paragraph',
    ...(text !== '' && { content: [{ type: 'text', text }] }),
  }))
  return {
    id: `shape:${type}${count}`,
    typeName: 'shape',
    type,
    x,
    y,
    rotation: 0,
    index: `a${String(count).padStart(4, '0')}V`,
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    props: {
      color: 'black',
      size: 'm',
      ...(content !== undefined && { richText: { type: 'doc', content } }),
      ...props,
    },
    meta: meta as BoardRecord['meta'],
  }
}

/** A line of a pen from one point to another, in its own coordinates. */
export function aStroke(x: number, y: number, w: number, h: number): BoardRecord {
  const points = [
    { x: 0, y: 0, z: 0.5 },
    { x: w / 2, y: h, z: 0.5 },
    { x: w, y: h, z: 0.5 },
  ]
  return aThing('draw', x, y, { segments: [{ type: 'free', points }] })
}
