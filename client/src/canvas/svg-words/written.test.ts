import { describe, expect, it } from 'vitest'
import { linesOf } from './written.ts'
import type { Fragment } from './written.ts'

const look = { size: 22, weight: '400', isItalic: false, color: 'rgb(0, 0, 0)', decoration: '' }

describe('[I50] lines for readers that lay out no words', () => {
  it('are held where they are aligned, whatever letters a reader has', () => {
    const [start, middle, end] = linesOf([
      fragment({ align: 'start', paragraph: 0 }),
      fragment({ align: 'middle', paragraph: 1 }),
      fragment({ align: 'end', paragraph: 2 }),
    ])
    expect([start?.x, middle?.x, end?.x]).toEqual([10, 60, 110])
    expect([start?.anchor, middle?.anchor, end?.anchor]).toEqual(['start', 'middle', 'end'])
  })

  it('begin at their left where words look different, each behind the other', () => {
    const lines = linesOf([
      fragment({ text: 'een ', align: 'middle', right: 40 }),
      fragment({ text: 'vet', align: 'middle', left: 40, look: { ...look, weight: '700' } }),
    ])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ x: 10, anchor: 'start' })
    expect(lines[0]?.runs.map(({ text }) => text)).toEqual(['een ', 'vet'])
  })

  it('end where the browser broke them, and with their paragraph', () => {
    const lines = linesOf([
      fragment({ text: 'een' }),
      fragment({ text: 'twee', baseline: 70 }),
      fragment({ text: 'naast', baseline: 70, paragraph: 1 }),
    ])
    expect(lines.map(({ runs }) => runs.map(({ text }) => text))).toEqual([
      ['een'],
      ['twee'],
      ['naast'],
    ])
  })

  it('are as wide as their words, without the space at which they were broken', () => {
    const lines = linesOf([
      fragment({ text: 'een', align: 'middle' }),
      fragment({ text: ' ', align: 'middle', left: 110, right: 120 }),
      fragment({ text: 'twee', align: 'middle', baseline: 70 }),
      fragment({ text: ' ', align: 'middle', baseline: 70 }),
      fragment({ text: 'drie', align: 'middle', baseline: 70 }),
    ])
    expect(lines.map(({ x, runs }) => [x, runs.map(({ text }) => text)])).toEqual([
      [60, ['een']],
      [60, ['twee drie']],
    ])
  })

  it('from right to left stand part by part, each in its middle', () => {
    const lines = linesOf([
      fragment({ isRightToLeft: true, left: 60 }),
      fragment({ isRightToLeft: true, right: 60, look: { ...look, weight: '700' } }),
    ])
    expect(lines.map(({ x, anchor }) => [x, anchor])).toEqual([
      [85, 'middle'],
      [35, 'middle'],
    ])
  })

  it('keep what a highlighter left behind them', () => {
    const [line] = linesOf([fragment({ look: { ...look, marked: 'rgb(253, 221, 0)' } })])
    expect(line?.marks).toEqual([
      { x: 10, y: 20, width: 100, height: 30, color: 'rgb(253, 221, 0)' },
    ])
  })
})

function fragment(own: Partial<Fragment>): Fragment {
  const box = { left: 10, right: 110, top: 20, bottom: 50, baseline: 42 }
  const lie = { align: 'start', isRightToLeft: false, paragraph: 0 } as const
  return { text: 'woorden', ...box, ...lie, look, ...own }
}
