import { geometryOf, localBounds, wordsOn } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { drawingOf, formPath, noteColor, zoneColor } from '@stip/board/drawing'
import type { Drawn, DrawingReading } from '@stip/board/drawing'
import { boardAreas } from './board-areas.ts'
import type { DrawnLetters } from './drawn-letters.ts'

/** A picture in lines, and how large it is in pixels. */
export interface LinePicture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** As wide a picture is made, in pixels: sharp on paper over the width of a page. */
const WIDTH = { drawing: 1200, board: 2000 } as const
const MOST_HEIGHT = 2600

/** What people drew, cropped to exactly that; undefined when nothing was. */
export function drawingPicture(
  shapes: readonly BoardRecord[],
  all: readonly BoardRecord[],
  letters: DrawnLetters,
): LinePicture | undefined {
  const drawing = drawingOf(shapes, all)
  return drawing && framed(drawing.box, drawn(drawing, letters), WIDTH.drawing)
}

/** A whole board with its zones and notes, a picture for every step in which something was made. */
export function boardPictures(
  records: readonly BoardRecord[],
  letters: DrawnLetters,
): readonly (LinePicture & { readonly title: string })[] {
  return boardAreas(records).flatMap(({ title, shapes }) => {
    const picture = areaPicture(shapes, records, letters)
    return picture === undefined ? [] : [{ ...picture, title }]
  })
}

function areaPicture(
  given: readonly BoardRecord[],
  records: readonly BoardRecord[],
  letters: DrawnLetters,
): LinePicture | undefined {
  const shapes = given.toSorted(inDrawingOrder)
  const geometry = geometryOf(shapes, records)
  const boxes = shapes.flatMap((shape) => geometry.boundsOf(shape) ?? [])
  if (boxes.length === 0) return undefined
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const right = Math.max(...boxes.map(({ x, w }) => x + w))
  const bottom = Math.max(...boxes.map(({ y, h }) => y + h))
  const paper = shapes.flatMap((shape) => {
    const { x, y } = geometry.placeOf(shape)
    const { w, h } = localBounds(shape)
    if (shape.type === 'zone') return zone(shape, { x, y, w, h }, letters)
    return shape.type === 'note' ? note(shape, { x, y, w, h }, letters) : []
  })
  const drawing = drawingOf(shapes, records)
  const box = { x: left - 20, y: top - 20, w: right - left + 40, h: bottom - top + 40 }
  return framed(box, paper.join('') + (drawing ? drawn(drawing, letters) : ''), WIDTH.board)
}

interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

function framed(box: Box, content: string, most: number): LinePicture {
  const scale = Math.min(most / box.w, MOST_HEIGHT / box.h)
  const [width, height] = [box.w, box.h].map((side) => Math.max(1, Math.round(side * scale)))
  const size = { width: width ?? 1, height: height ?? 1 }
  const view = [box.x, box.y, box.w, box.h].map((value) => value.toFixed(1)).join(' ')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="${view}"><rect x="${box.x.toFixed(1)}" y="${box.y.toFixed(1)}" width="100%" height="100%" fill="#fff"/>${content}</svg>`
  return { svg, ...size }
}

/** Zones lie under everything; the rest in the order of its index, as on the board. */
function inDrawingOrder(one: BoardRecord, other: BoardRecord): number {
  const depth = Number(one.type !== 'zone') - Number(other.type !== 'zone')
  if (depth !== 0) return depth
  return textOf(one['index']) < textOf(other['index']) ? -1 : 1
}

function zone({ props }: BoardRecord, { x, y, w, h }: Box, letters: DrawnLetters): string {
  const [letter, title] = [textOf(props['letter']), textOf(props['title'])]
  const name = letter === '' ? title : `${letter} · ${title}`
  const isLabel = props['style'] === 'label'
  const size = isLabel ? 44 : 30
  const [line = ''] = letters.linesOf(name, size, Math.max(size, w - 40))
  const paper = isLabel
    ? ''
    : `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="10" fill="${zoneColor(textOf(props['color']))}"/>`
  return `${paper}<path fill="#1b1f24" d="${letters.path(line, x + 20, y + 20 + size * 0.8, size)}"/>`
}

/** Sizes in which the words of a note are tried, from large to small. */
const sizes = [26, 22, 19, 16, 13, 11]
const PAD = 14

function note(record: BoardRecord, { x, y, w, h }: Box, letters: DrawnLetters): string {
  const words = wordsOn(record)
  const fitting = (size: number): boolean =>
    letters.linesOf(words, size, w - 2 * PAD).length * size * 1.25 <= h - 2 * PAD
  const size = sizes.find((each) => fitting(each)) ?? 11
  const lines = letters.linesOf(words, size, w - 2 * PAD)
  const path = lines.map((line, place) =>
    letters.path(line, x + PAD, y + PAD + (place + 0.85) * size * 1.25, size),
  )
  const color = noteColor(textOf(record.props['color']))
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="3" fill="${color}"/><path fill="#1b1f24" d="${path.join('')}"/>`
}

function drawn({ shapes }: DrawingReading, letters: DrawnLetters): string {
  const parts = shapes.map((shape) => {
    const { x, y, rotation } = shape
    return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${rotation.toFixed(2)})">${one(shape, letters)}</g>`
  })
  return `<g stroke-linecap="round" stroke-linejoin="round">${parts.join('')}</g>`
}

function one(shape: Drawn, letters: DrawnLetters): string {
  const { color } = shape
  switch (shape.kind) {
    case 'line': {
      const fill = shape.fill ? color : 'none'
      return `<path d="${shape.path}" fill="${fill}" fill-opacity="0.25" stroke="${color}" stroke-width="${shape.width}" stroke-opacity="${shape.opacity}"/>`
    }
    case 'form': {
      const { form, w, h, fill, words } = shape
      const outline = `<path d="${formPath(form, w, h)}" fill="${fill ? color : 'none'}" fill-opacity="0.25" stroke="${color}" stroke-width="3.5"/>`
      return outline + written(words, { x: 8, y: 8, w: w - 16, h }, 24, letters)
    }
    case 'words':
      return written(shape.words, { x: 0, y: 0, w: shape.w, h: 0 }, shape.fontSize, letters)
    case 'dot': {
      const { w, radius, words, fontSize } = shape
      const box = { x: 0, y: 2 * radius + 16, w, h: 0 }
      return `<circle cx="${w / 2}" cy="${radius}" r="${radius}" fill="#c8400a"/>${written(words, box, fontSize, letters)}`
    }
    case 'picture': {
      const { w, h, words } = shape
      const frame = `<rect width="${w}" height="${h}" fill="#f0efec" stroke="#8b877c" stroke-width="2"/>`
      const told = words === '' ? 'Foto' : `Foto: ${words}`
      return frame + written(told, { x: 12, y: 12, w: w - 24, h }, 24, letters)
    }
    default:
      return shape satisfies never
  }
}

function written(words: string, box: Box, size: number, letters: DrawnLetters): string {
  if (words === '') return ''
  const lines = letters.linesOf(words, size, Math.max(size * 2, box.w))
  const path = lines.map((line, place) =>
    letters.path(line, box.x, box.y + (place + 0.85) * size * 1.3, size),
  )
  return `<path fill="#1b1f24" d="${path.join('')}"/>`
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
