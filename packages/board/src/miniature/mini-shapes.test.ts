import type { Json } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '../record.ts'
import { laidOut } from '../zone-layout/zone-layout.ts'
import { miniShapes } from './mini-shapes.ts'
import { thingsOn, windowOf } from './window.ts'

describe('a board as a miniature', () => {
  it('knows where notes and zones are', () => {
    const shapes = miniShapes([
      aShape('zone', { w: 800, h: 400, color: 'yellow', letter: 'A', title: 'Groep A' }),
      aShape('zone', { w: 800, h: 60, style: 'label' }),
      aShape('note', { color: 'blue', growY: 30, richText: aText('Samen') }, { x: 10, y: 20 }),
    ])
    expect(shapes).toMatchObject([
      { kind: 'zone', x: 0, y: 0, w: 800, h: 400, title: 'A · Groep A' },
      { kind: 'note', x: 10, y: 20, w: 200, h: 230, color: 'blue', letters: 5 },
    ])
    expect(thingsOn(shapes)).toBe(1)
  })

  it('adds the place of the parent', () => {
    const group = aShape('group', {}, { x: 100, y: 50 })
    const note = aShape('note', {}, { x: 10, y: 10, parentId: group.id })
    expect(miniShapes([group, note])).toMatchObject([{ x: 110, y: 60 }])
  })

  it('follows the pen', () => {
    const points = [
      { x: 0, y: 0, z: 0.5 },
      { x: 30, y: 40, z: 0.5 },
    ]
    const ink = aShape('draw', { segments: [{ type: 'free', points }] }, { x: 5, y: 5 })
    expect(miniShapes([ink])).toMatchObject([
      {
        kind: 'line',
        x: 5,
        y: 5,
        w: 30,
        h: 40,
        points: [
          { x: 5, y: 5 },
          { x: 35, y: 45 },
        ],
      },
    ])
  })

  it('draws a long line with few points, and in whole units', () => {
    const points = Array.from({ length: 500 }, (_, place) => ({ x: place + 0.4, y: 2 * place }))
    const [line] = miniShapes([aShape('draw', { segments: [{ type: 'free', points }] })])
    const seen = line?.kind === 'line' ? line.points : []
    expect(seen.length).toBeLessThanOrEqual(32)
    expect([seen[0], seen.at(-1)]).toEqual([
      { x: 0, y: 0 },
      { x: 499, y: 998 },
    ])
  })

  it('shows the area of the step that was opened last', () => {
    const shapes = miniShapes([
      aShape('zone', { w: 800, h: 400 }),
      aShape('zone', { w: 400, h: 300 }, { y: 640 }),
      aShape('zone', { w: 400, h: 300 }, { x: 400, y: 640 }),
      aShape('note', {}, { y: 5000 }),
    ])
    expect(windowOf(shapes)).toEqual({ x: 0, y: 640, w: 800, h: 300 })
  })

  it('shows the step of now with what was made, also where zones grew above it and in it', () => {
    const stored = [
      aShape('zone', { w: 2320, h: 1000, style: 'area' }, { x: 40, y: 200 }),
      aShape('zone', { w: 2320, h: 1000, style: 'area' }, { x: 40, y: 1790 }),
    ]
    const low = { x: 60, y: 1400, meta: { zone: stored[0]?.id ?? '' } }
    const shown = laidOut([...stored, aShape('note', {}, low)])
    const zones = shown.filter(({ type }) => type === 'zone')
    const now = { x: 0, y: 1590, w: 2400, h: 1350 }
    const grown = Number(zones[1]?.['y'])
    expect(grown).toBeGreaterThan(1790)
    expect(windowOf(miniShapes(shown), zones, now)).toEqual({ x: 40, y: grown, w: 2320, h: 1000 })
    expect(windowOf([], [], now)).toEqual(now)
  })

  it('shows everything on a board without zones, and nothing of an empty one', () => {
    expect(windowOf(miniShapes([aShape('note', {}), aShape('note', {}, { x: 300 })]))).toEqual({
      x: 0,
      y: 0,
      w: 500,
      h: 200,
    })
    expect(windowOf([])).toBeUndefined()
  })
})

function aText(text: string): Json {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}

let number = 0

/** A shape on the page at its origin; name only what the test is about. */
function aShape(
  type: string,
  props: Readonly<Record<string, Json>>,
  place: Readonly<Record<string, Json>> = {},
): BoardRecord {
  number += 1
  const id = `shape:${number}`
  return {
    id,
    typeName: 'shape',
    type,
    x: 0,
    y: 0,
    parentId: 'page:page',
    props,
    meta: {},
    ...place,
  }
}
