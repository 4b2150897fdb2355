import type { BoardRecord, StoredRecord } from '@stip/board'
import { describe, expect, it } from 'vitest'
import { goneWith, trashName, trashOf } from './trash.ts'

describe('the trash', () => {
  it('holds what people deleted, words first and by the alphabet', () => {
    const board = [
      stored(shape('lijn', 'draw')),
      stored(note('b', 'Water')),
      stored(note('a', 'Bomen')),
      stored(note('leeg', '')),
      stored(note('er-nog', 'Hier'), { isGone: false }),
    ]
    expect(trashOf(board).map(trashName)).toEqual([
      'Briefje “Bomen”',
      'Briefje “Water”',
      'Briefje zonder tekst',
      'Tekening zonder tekst',
    ])
  })

  it('leaves out what nobody deleted: zones, ties, and what a merge hid', () => {
    const board = [
      stored(shape('vak', 'zone'), { isTemplate: true }),
      stored(binding('aan', 'shape:pijl', 'shape:a')),
      stored(note('kopie', 'Later terug'), { base: { '@state': 'hidden' } }),
    ]
    expect(trashOf(board)).toEqual([])
  })

  it('brings an arrow back with its ties, when the other end is there and nothing else took its place', () => {
    const arrow = stored(shape('pijl', 'arrow'))
    const tie = stored(binding('aan', 'shape:pijl', 'shape:a'))
    const end = stored(note('a', 'Doel'), { isGone: false })
    expect(goneWith([arrow, tie, end], 'shape:pijl')).toEqual(['binding:aan'])
    expect(goneWith([arrow, tie], 'shape:pijl')).toEqual([])
    const other = stored(binding('anders', 'shape:pijl', 'shape:b'), { isGone: false })
    expect(goneWith([arrow, tie, end, other], 'shape:pijl')).toEqual([])
  })

  it('names a long text by its first line', () => {
    const [item] = trashOf([stored(note('lang', `${'a'.repeat(80)}\nen meer`))])
    expect(item && trashName(item)).toBe(`Briefje “${'a'.repeat(59)}…”`)
  })
})

function stored(record: BoardRecord, differences: Partial<StoredRecord> = {}): StoredRecord {
  return {
    record,
    isGone: true,
    isTemplate: false,
    sources: [],
    base: undefined,
    ...differences,
  }
}

function shape(name: string, type: string): BoardRecord {
  return { id: `shape:${name}`, typeName: 'shape', type, props: {}, meta: {} }
}

function note(name: string, text: string): BoardRecord {
  const content = text.split('\n').map((line) => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  }))
  return { ...shape(name, 'note'), props: { richText: { type: 'doc', content } } }
}

function binding(name: string, fromId: string, toId: string): BoardRecord {
  const props = { terminal: 'end' }
  return {
    id: `binding:${name}`,
    typeName: 'binding',
    type: 'arrow',
    fromId,
    toId,
    props,
    meta: {},
  }
}
