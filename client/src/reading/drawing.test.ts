import { expect, it } from 'vitest'
import { arrowPath, drawingOf, inkPath, linePath } from '@stip/board/drawing'
import { aStroke, aThing } from './test/a-board.ts'

it('[V3] a drawing has ink, forms, arrows, pictures, stippen and words, each in its place', () => {
  const asset = {
    ...aThing('image', 0, 0, { src: '/api/assets/avond/foto.png' }),
    typeName: 'asset',
  }
  const all = [
    aStroke(10, 20, 100, 50),
    aThing('geo', 0, 0, { geo: 'ellipse', w: 80, h: 60, fill: 'solid', words: 'Dorp' }),
    aThing('arrow', 0, 0, { start: { x: 0, y: 0 }, end: { x: 90, y: 0 }, bend: 10 }),
    aThing('stip', 0, 0, { w: 320, scale: 2, words: 'De haven is open' }),
    aThing('horizon', 0, 0, { w: 900, scale: 1 }),
    aThing('text', 0, 0, { words: 'brug', w: 90 }),
    aThing('image', 0, 0, { w: 300, h: 200, assetId: asset.id }),
    aThing('note', 0, 0, { words: 'wordt gelezen' }),
  ]
  const drawing = drawingOf(all, [...all, asset as (typeof all)[number]])
  expect(drawing?.shapes).toMatchObject([
    { kind: 'line', x: 10, y: 20 },
    { kind: 'form', form: 'ellipse', w: 80, fill: true, words: 'Dorp' },
    { kind: 'line' },
    { kind: 'dot', radius: 72, words: 'De haven is open' },
    { kind: 'line', path: 'M0 12H900' },
    { kind: 'words', words: 'brug' },
    { kind: 'picture', src: '/api/assets/avond/foto.png' },
  ])
})

it('[V3] words alone are no drawing', () => {
  expect(drawingOf([aThing('text', 0, 0, { words: 'brug', w: 90 })], [])).toBeUndefined()
  expect(drawingOf([], [])).toBeUndefined()
})

it('[V3] ink is smooth, a ruler straight, a dot a dot', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 20, y: 10 },
  ]
  expect(inkPath([{ type: 'free', points }])).toBe('M0 0Q10 0 15 5L20 10')
  expect(inkPath([{ type: 'straight', points }])).toBe('M0 0L10 0L20 10')
  expect(inkPath([{ type: 'free', points: points.slice(0, 1) }])).toBe('M0 0h0.01')
  expect(inkPath('ingepakt')).toBe('')
  const line = { b: { x: 9, y: 9, index: 'a2' }, a: { x: 0, y: 0, index: 'a1' } }
  expect(linePath(line)).toBe('M0 0L9 9')
  expect(arrowPath({ start: { x: 1, y: 1 }, end: { x: 1, y: 1 } })).toBe('')
})
