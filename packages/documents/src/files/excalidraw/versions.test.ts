import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plainTextOf } from '../../text/rich-text.ts'
import { aReader, read } from '../../test/files.ts'
import { anElement, aText, board, shapesOf } from './test/elements.ts'
import { readExcalidrawFile } from './read-excalidraw.ts'

describe('[I26] words of an Excalidraw file', () => {
  it('are as typed in labels and in texts of a fixed width', () => {
    const [label, text] = fixture('ex-wrapped-label.excalidraw').records
    expect(plainTextOf(label?.props['richText'])).toBe('Samen verantwoordelijkheid nemen')
    expect(label?.props['richText']).toMatchObject({ content: [{ type: 'paragraph' }] })
    expect(plainTextOf(text?.props['richText'])).toBe('Een vaste breedte')
    expect(text?.props).toMatchObject({ autoSize: false, w: 110 / (20 / 24) })
  })

  it('are as typed on arrows, with their own line ends', () => {
    const [arrow] = shapesOf(
      anElement('a', {
        type: 'arrow',
        points: [
          [0, 0],
          [90, 0],
        ],
      }),
      aText('t', { containerId: 'a', text: 'naar \nhet\nplein', originalText: 'naar het\nplein' }),
    )
    expect(arrow?.props['text']).toBe('naar het\nplein')
  })

  it.each([
    ['only the container says so', { boundElements: [{ id: 't', type: 'text' }] }, {}, ['a']],
    ['the container is gone', { isDeleted: true }, { containerId: 'a' }, ['Rust']],
    [
      'the container cannot carry words',
      { type: 'frame', name: 'a' },
      { containerId: 'a' },
      ['', 'Rust'],
    ],
  ])('stay when %s', (_what, container, text, right) => {
    const shapes = shapesOf(anElement('a', container), aText('t', { text: 'Rust', ...text }))
    const words = shapes.map(({ props }) => plainTextOf(props['richText']))
    expect(words).toEqual(right[0] === 'a' ? ['Rust'] : right)
  })

  it('of a shape without line and fill are a text', () => {
    const nothing = { strokeColor: 'transparent', backgroundColor: '#ffffff00' }
    const { records, leftOut, remarks } = board(
      anElement('a', nothing),
      anElement('b', nothing),
      aText('t', { containerId: 'a', text: 'Rust' }),
    )
    expect(records.map(({ type }) => type)).toEqual(['text'])
    expect([leftOut, remarks]).toEqual([1, [{ kind: 'invisible', count: 1 }]])
  })
})

const points = [
  [0, 0],
  [20, 30],
  [60, 10],
  [100, 50],
]
const line = { type: 'line', points }
const straight = {
  type: 'arrow',
  points: [
    [0, 0],
    [100, 0],
  ],
}

describe('[I27] older and present versions of Excalidraw', () => {
  it('are read as Excalidraw reads them: a file of 2020', () => {
    const [draw, arrow, sharp, text] = fixture('ex-old-2020.excalidraw').records
    expect(draw).toMatchObject({ type: 'line', props: { spline: 'cubic' } })
    expect(Object.keys(draw?.props['points'] ?? {})).toHaveLength(4)
    expect(arrow?.props).toMatchObject({ arrowheadStart: 'none', arrowheadEnd: 'arrow' })
    expect(sharp?.props['spline']).toBe('line')
    expect(text?.props['scale']).toBe(1.5)
  })

  it.each([
    ['sharp', { ...line, strokeSharpness: 'sharp' }, { spline: 'line' }],
    ['neither sharp nor round', line, { spline: 'line' }],
    ['round', { ...line, strokeSharpness: 'round' }, { spline: 'cubic' }],
    ['roundness null', { ...line, roundness: null, strokeSharpness: 'sharp' }, { spline: 'line' }],
    [
      'roundness null over round',
      { ...line, roundness: null, strokeSharpness: 'round' },
      { spline: 'cubic' },
    ],
    ['roundness', { ...line, roundness: { type: 2 } }, { spline: 'cubic' }],
    ['draw', { type: 'draw', points, strokeSharpness: 'sharp' }, { spline: 'line' }],
    [
      'a line without points',
      { type: 'line' },
      { points: { a2: { id: 'a2', index: 'a2', x: 100, y: 50 } } },
    ],
    ['an arrow without heads', straight, { arrowheadStart: 'none', arrowheadEnd: 'arrow' }],
    ['an arrow with null as head', { ...straight, endArrowhead: null }, { arrowheadEnd: 'none' }],
    ['the head dot', { ...straight, endArrowhead: 'dot' }, { arrowheadEnd: 'dot' }],
    ['the head circle', { ...straight, startArrowhead: 'circle' }, { arrowheadStart: 'dot' }],
    [
      'an outlined head',
      { ...straight, endArrowhead: 'triangle_outline' },
      { arrowheadEnd: 'triangle' },
    ],
    ['a line without a colour', { type: 'rectangle', strokeColor: undefined }, { color: 'black' }],
    ['a line with null as colour', { type: 'ellipse', strokeColor: null }, { color: 'black' }],
    [
      'a colour that we cannot read',
      { type: 'diamond', strokeColor: 'oklch(0 0 0)' },
      { color: 'black' },
    ],
    ['an arrow without points', { type: 'arrow' }, { end: { x: 100, y: 50 } }],
    [
      'a font in px',
      { type: 'text', text: 'a', font: '36px Virgil' },
      { scale: 1.5, font: 'draw' },
    ],
    [
      'a font in px and a name',
      { type: 'text', text: 'a', font: '24px Cascadia' },
      { scale: 1, font: 'mono' },
    ],
    [
      'a size',
      { type: 'text', text: 'a', fontSize: 36, fontFamily: 2 },
      { scale: 1.5, font: 'sans' },
    ],
    ['no size', { type: 'text', text: 'a', fontSize: null }, { scale: 20 / 24 }],
    [
      'lineHeight null',
      { type: 'text', text: 'a\nb', fontSize: 24, lineHeight: null },
      { scale: 1 },
    ],
    [
      'lineHeight that is no number',
      { type: 'text', text: 'a', fontSize: 24, lineHeight: 'NaN' },
      { scale: 1 },
    ],
    [
      'a width for the words',
      { type: 'text', text: 'a', fontSize: 24, autoResize: false },
      { autoSize: false, w: 100 },
    ],
    ['no width for the words', { type: 'text', text: 'a', fontSize: 24 }, { autoSize: true }],
    [
      'no style of lines',
      { strokeWidth: null, strokeStyle: null, roughness: null },
      { size: 'm', dash: 'draw' },
    ],
    [
      'a white fill',
      { backgroundColor: '#ffffff', fillStyle: 'solid' },
      { fill: 'semi', color: 'black' },
    ],
    ['a negative width', { width: -100 }, { w: 100 }],
  ])('%s', (_what, element, right) => {
    const [shape] = shapesOf(anElement('a', element))
    expect(shape?.props).toMatchObject(right)
  })

  it('keep elements without a name, and with the same name', () => {
    expect(shapesOf(anElement('a'), anElement('a'), { ...anElement(''), id: null })).toHaveLength(3)
    expect(board(anElement('a'), anElement('s', { type: 'selection' }))).toMatchObject({
      leftOut: 0,
    })
  })

  it('have the part of a picture that is shown', () => {
    const crop = { x: 50, y: 0, width: 50, height: 100, naturalWidth: 200, naturalHeight: 100 }
    const { records } = board(anElement('a', { type: 'image', fileId: 'a', crop }))
    const topLeft = { x: 0.25, y: 0 }
    expect(records[1]?.props['crop']).toEqual({ topLeft, bottomRight: { x: 0.5, y: 1 } })
  })
})

function fixture(name: string) {
  const bytes = readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
  return read(readExcalidrawFile(bytes, aReader()))
}
