import { describe, expect, it } from 'vitest'
import { plainTextOf } from '../../text/rich-text.ts'
import { aReader, bytesOf, read } from '../../test/files.ts'
import { nearestColor } from './colors.ts'
import { readExcalidrawFile } from './read-excalidraw.ts'

describe('an Excalidraw file', () => {
  it.each([
    ['rectangle', { geo: 'rectangle' }],
    ['ellipse', { geo: 'ellipse' }],
    ['diamond', { geo: 'diamond' }],
  ])('[I5] brings a %s with its words', (type, props) => {
    const [shape] = shapesOf(
      anElement('vorm', { type, backgroundColor: '#a5d8ff', fillStyle: 'solid' }),
      anElement('woord', { type: 'text', text: 'Wij samen', containerId: 'vorm' }),
    )
    expect(shape).toMatchObject({ type: 'geo', x: 10, y: 20, props: { ...props, w: 100, h: 50 } })
    expect(shape?.props).toMatchObject({ fill: 'solid', color: 'light-blue' })
    expect(plainTextOf(shape?.props['richText'])).toBe('Wij samen')
  })

  it('[I5] brings an arrow tied to what it was tied to', () => {
    const { records } = board(
      anElement('van'),
      anElement('naar', { x: 400 }),
      anElement('pijl', {
        type: 'arrow',
        points: [
          [0, 0],
          [150, -40],
          [300, 0],
        ],
        startBinding: { elementId: 'van' },
        endBinding: { elementId: 'naar' },
        endArrowhead: 'triangle',
      }),
    )
    const [from, to, arrow, ...bindings] = records
    expect(arrow).toMatchObject({ type: 'arrow', props: { arrowheadEnd: 'triangle' } })
    expect(arrow?.props['bend']).toBeCloseTo(40)
    expect(bindings.map(({ fromId, toId, props }) => [fromId, toId, props['terminal']])).toEqual([
      [arrow?.id, from?.id, 'start'],
      [arrow?.id, to?.id, 'end'],
    ])
  })

  it('[I5] brings text in its own size, lines and freehand lines', () => {
    const shapes = shapesOf(
      anElement('t', { type: 'text', text: 'Eén\nTwee', fontSize: 36 }),
      anElement('l', {
        type: 'line',
        points: [
          [0, 0],
          [10, 10],
          [20, 0],
        ],
      }),
      anElement('f', {
        type: 'freedraw',
        points: [
          [0, 0],
          [-5, 8],
        ],
        pressures: [],
      }),
    )
    expect(shapes.map(({ type }) => type)).toEqual(['text', 'line', 'draw'])
    expect(shapes[0]?.props['scale']).toBeCloseTo(1.5)
    expect(Object.keys(shapes[1]?.props['points'] ?? {})).toHaveLength(3)
    expect(shapes[2]?.props['segments']).toMatchObject([{ points: [{ x: 0 }, { x: -5, y: 8 }] }])
  })

  it('[I5] [I9] brings images, and frames with what stands in them', () => {
    const { records, images } = board(
      anElement('foto', { type: 'image', fileId: 'a', frameId: 'kader' }),
      anElement('kader', { type: 'frame', name: 'Kader', x: 5, y: 5, width: 300, height: 300 }),
    )
    const [asset, frame, image] = records
    expect(frame).toMatchObject({ type: 'frame', x: 5, props: { name: 'Kader' } })
    expect(image).toMatchObject({ type: 'image', x: 5, y: 15, parentId: frame?.id })
    expect(images).toEqual([
      { asset: asset?.id, name: 'afbeelding', dataUrl: 'data:image/png;base64,AAAA' },
    ])
  })

  it('[I5] turns things about their middle', () => {
    const [shape] = shapesOf(anElement('vorm', { angle: Math.PI }))
    expect(shape?.['rotation']).toBeCloseTo(Math.PI)
    expect([shape?.['x'], shape?.['y']].map((part) => Math.round(Number(part)))).toEqual([110, 70])
  })

  it('[I5] finds the nearest of our colours', () => {
    expect(
      ['#1e1e1e', '#e03131', '#2f9e44', '#1971c2', '#f08c00', '#ffffff', '#868e96', 'no'].map(
        nearestColor,
      ),
    ).toEqual(['black', 'red', 'green', 'blue', 'orange', 'white', 'grey', 'black'])
    expect(['#ffc9c9', '#b2f2bb', '#a5d8ff', '#ffec99'].map(nearestColor)).toEqual([
      'light-red',
      'light-green',
      'light-blue',
      'yellow',
    ])
  })

  it('[I4] leaves out what was deleted there, and counts what cannot be shown', () => {
    const { records, leftOut } = board(
      anElement('weg', { isDeleted: true }),
      anElement('goed'),
      anElement('vreemd', { type: 'hologram' }),
      anElement('foto', { type: 'image', fileId: 'missing' }),
    )
    expect(records).toHaveLength(1)
    expect(leftOut).toBe(2)
  })

  it('[I10] with more things than a board shows is refused', () => {
    const many = Array.from({ length: 4_001 }, (_, number) => anElement(`n${number}`))
    expect(readExcalidrawFile(aFile(many), aReader())).toMatchObject({
      refusal: 'too-many',
      count: 4_001,
    })
  })
})

function board(...elements: readonly object[]) {
  return read(readExcalidrawFile(aFile(elements), aReader()))
}

function shapesOf(...elements: readonly object[]) {
  return board(...elements).records.filter(({ typeName }) => typeName === 'shape')
}

function aFile(elements: readonly object[]): Uint8Array {
  const files = { a: { dataURL: 'data:image/png;base64,AAAA', mimeType: 'image/png' } }
  return bytesOf({ type: 'excalidraw', version: 2, elements, files })
}

function anElement(id: string, differences: object = {}): object {
  return {
    id,
    type: 'rectangle',
    x: 10,
    y: 20,
    width: 100,
    height: 50,
    angle: 0,
    strokeColor: '#1e1e1e',
    backgroundColor: 'transparent',
    fillStyle: 'hachure',
    strokeWidth: 2,
    strokeStyle: 'solid',
    roughness: 1,
    opacity: 100,
    isDeleted: false,
    ...differences,
  }
}
