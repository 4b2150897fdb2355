import type { BoardRecord } from '@stip/board'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { theMeans } from '../test/the-means.ts'
import { boardPictures, drawingPicture } from './board-picture.ts'
import { DrawnLetters } from './drawn-letters.ts'

const letters = new DrawnLetters(theMeans().typefaces.regular)

describe('a board as a picture', () => {
  it('[R21] has zones, notes, ink, forms and words on it, in letters that are lines', () => {
    const [{ svg, width, height } = nothing] = boardPictures(aBoard(), letters)
    const page = new JSDOM('').window
    const { documentElement } = new page.DOMParser().parseFromString(svg, 'image/svg+xml')
    expect(documentElement.tagName).toBe('svg')
    expect(documentElement.querySelectorAll('text, image, style, a')).toHaveLength(0)
    expect(documentElement.querySelectorAll('rect[fill="#f9dc6b"]')).toHaveLength(1)
    expect(documentElement.querySelectorAll('rect[fill="#e6eff9"]')).toHaveLength(1)
    expect(documentElement.querySelectorAll('circle')).toHaveLength(1)
    expect(documentElement.querySelector('path[stroke]')?.getAttribute('d')).toMatch(/^M0 0/)
    expect(Math.max(width, height)).toBeLessThanOrEqual(2600)
  })

  it('[R21] is the same for the same board, and nothing when nothing is on it', () => {
    const [there, back] = [aBoard(), aBoard().toReversed()]
    expect(boardPictures(there, letters)).toEqual(boardPictures(back, letters))
    expect(boardPictures([], letters)).toEqual([])
    expect(drawingPicture([], [], letters)).toBeUndefined()
  })

  it('[R21] is one picture for every step in which something was made', () => {
    const title = { w: 900, h: 100, style: 'label', color: 'white', letter: '' }
    const steps = ['Loslaten', 'Leeg'].map((name, place) => ({
      ...aShape('zone', { ...title, title: name }, 20 + place),
      id: `shape:step-${name}`,
      x: 0,
      y: 1000 + place * 1000,
    }))
    const note = {
      ...aShape('note', { color: 'red', scale: 1, growY: 0 }, 30),
      id: 'shape:later',
      y: 1200,
    }
    const pictures = boardPictures([...aBoard(), ...steps, note], letters)
    expect(pictures.map((each) => each.title)).toEqual(['', 'Loslaten'])
  })

  it('[R21] of a drawing is cropped to what was drawn, without notes', () => {
    const all = aBoard()
    const { svg } = drawingPicture(all, all, letters) ?? nothing
    expect(svg).not.toContain('#f9dc6b')
    expect(svg).toContain('<circle')
  })

  it('[R21] cuts a word that is wider than its note, and passes over letters that it lacks', () => {
    expect(letters.linesOf('w'.repeat(90), 20, 172).length).toBeGreaterThan(4)
    expect(letters.linesOf('een\ntwee', 20, 172)).toEqual(['een', 'twee'])
    expect(letters.path('😀', 0, 0, 20)).toBe('')
    expect(letters.widthOf('😀', 20)).toBe(10)
  })
})

const nothing = { svg: '', width: 0, height: 0 }

function aBoard(): readonly BoardRecord[] {
  const points = [0, 1, 2].map((step) => ({ x: step * 40, y: step * 15, z: 0.5 }))
  return [
    aShape('zone', { w: 900, h: 600, color: 'blue', letter: 'A', title: 'Open staan' }, 0),
    aShape('note', { color: 'yellow', scale: 1, growY: 0, richText: said('Wij staan open') }, 1),
    aShape('draw', { color: 'black', size: 'm', segments: [{ type: 'free', points }] }, 2),
    aShape('stip', { w: 320, scale: 1, richText: said('De haven') }, 3),
    aShape('geo', { geo: 'ellipse', w: 80, h: 60, fill: 'none', richText: said('') }, 4),
  ]
}

function said(text: string) {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}

function aShape(type: string, props: BoardRecord['props'], place: number): BoardRecord {
  const index = `a${place}`
  const at = { x: 100 + place * 50, y: 100 + place * 40, rotation: 0 }
  return {
    id: `shape:${type}`,
    typeName: 'shape',
    type,
    parentId: 'page:page',
    index,
    ...at,
    props,
    meta: {},
  } as unknown as BoardRecord
}
