import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aReader, read } from '../../test/files.ts'
import { anElement, aText, board, shapesOf } from './test/elements.ts'
import { readExcalidrawFile } from './read-excalidraw.ts'

const points = [
  [0, 0],
  [20, 30],
  [60, 10],
  [100, 50],
]
const straight = {
  type: 'arrow',
  points: [
    [0, 0],
    [100, 0],
  ],
}

describe('[I28] lines of an Excalidraw file', () => {
  it('keep fill and elbow', () => {
    const { records, remarks } = fixture('ex-polygon-elbow.excalidraw')
    const [polygon, elbow, waves] = records
    expect(polygon).toMatchObject({
      type: 'draw',
      props: { isClosed: true, fill: 'solid', color: 'light-red' },
    })
    expect(polygon?.props['segments']).toHaveLength(3)
    expect(elbow?.props).toMatchObject({ kind: 'elbow', bend: 0, elbowMidPoint: 0.5 })
    expect(waves?.props['kind']).toBe('arc')
    expect(remarks).toEqual([{ kind: 'flattened-curves', count: 1 }])
  })

  const loop = [
    [0, 0],
    [100, 0],
    [50, 100],
    [3, 3],
  ]
  it.each([
    ['a line that ends near its begin', { type: 'line', points: loop }],
    ['a round one', { type: 'line', points: loop, roundness: { type: 2 } }],
    ['a draw of 2020', { type: 'draw', points: loop, strokeSharpness: 'round' }],
    ['a freehand one', { type: 'freedraw', points: loop }],
  ])('are filled when they are %s', (_what, element) => {
    const painted = { ...element, backgroundColor: '#b2f2bb', fillStyle: 'hachure' }
    const [shape] = shapesOf(anElement('a', painted))
    expect(shape).toMatchObject({
      type: 'draw',
      props: { isClosed: true, fill: 'pattern', color: 'light-green' },
    })
    const [open] = shapesOf(anElement('a', { ...painted, points }))
    expect(open?.props['isClosed'] ?? false).toBe(false)
    expect(open?.props['color']).toBe('black')
  })

  it.each([
    [
      'straight',
      [
        [0, 0],
        [50, 0],
        [100, 0],
      ],
      false,
      0,
    ],
    [
      'a round arc',
      [
        [0, 0],
        [50, 30],
        [100, 0],
      ],
      true,
      0,
    ],
    [
      'a corner',
      [
        [0, 0],
        [50, 30],
        [100, 0],
      ],
      false,
      1,
    ],
    ['waves', points, true, 1],
  ])('that are arrows are told where an arc is not like them: %s', (_what, way, isRound, count) => {
    const { remarks } = board(
      anElement('a', { type: 'arrow', points: way, roundness: isRound ? { type: 2 } : null }),
    )
    expect(remarks.reduce((sum, remark) => sum + remark.count, 0)).toBe(count)
  })

  it('[I24] and what else does not come along is told', () => {
    const { leftOut, remarks } = board(
      anElement('a', { groupIds: ['g'] }),
      anElement('b', { groupIds: ['g'] }),
      aText('c', { text: 'x', link: 'https://example.nl/' }),
      anElement('d', { type: 'arrow', points: straight.points, endArrowhead: 'crowfoot_many' }),
      anElement('e', { type: 'image', fileId: 'nergens' }),
      anElement('f', { type: 'embeddable', link: 'https://example.nl/film' }),
      anElement('g', { type: 'iframe' }),
      anElement('h', { type: 'hologram' }),
    )
    expect(leftOut).toBe(3)
    expect(remarks.map(({ kind, count }) => [kind, count])).toEqual([
      ['unknown-kinds', 2],
      ['missing-images', 1],
      ['other-kinds', 1],
      ['other-heads', 1],
      ['links', 1],
      ['groups', 1],
    ])
  })
})

function fixture(name: string) {
  const bytes = readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
  return read(readExcalidrawFile(bytes, aReader()))
}
