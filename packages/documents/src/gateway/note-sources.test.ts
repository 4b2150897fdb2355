import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readRecord } from '../record/read-record.ts'
import { takeAway } from '../take-away.ts'
import { forged } from '../test/craft.ts'
import { aDocument, aNote, richText } from '../test/records.ts'
import { createRecord } from '../record/write-record.ts'
import { totalsOf } from './totals/board-totals.ts'
import { noteSources } from './note-sources.ts'
import { totalLimits } from './totals/total-limits.ts'

const words = { t: richText('x'.repeat(1000)) }
const sources = [{ board: 'board-a', record: 'shape:long', revision: 0, group: '' }]
const names = ['a', 'b', 'c', 'd', 'e', 'f']

describe('[B204] where copies come from', () => {
  it('counts to who made them', () => {
    const board = aBoardOfCopies()
    const before = totalsOf(board, ownerOf).of('anna').weight
    noteSources(board, [found('a')], ownerOf)
    expect(totalsOf(board, ownerOf).of('anna').weight - before).toBeGreaterThan(1000)
    const kept = totalsOf(board, ownerOf).of('anna')
    const anew = new Y.Doc()
    Y.applyUpdate(anew, Y.encodeStateAsUpdate(board))
    expect(totalsOf(anew, ownerOf).of('anna')).toEqual(kept)
  })

  it('has the words as they were as far as they fit in the part of a participant', () => {
    const board = aBoardOfCopies()
    const weight = totalsOf(board, ownerOf).of('anna').weight + 3500
    const limits = { ...totalLimits, person: { ...totalLimits.person, weight } }
    noteSources(board, names.map(found), ownerOf, limits)
    expect(withWords(board)).toEqual(['a', 'b', 'c'].slice(0, withWords(board).length))
    expect(withWords(board).length).toBeLessThan(4)
    expect(withWords(board).length).toBeGreaterThan(0)
    for (const name of names) expect(readRecord(board, `shape:${name}`)?.sources).toEqual(sources)
  })

  it('has them as far as they fit on the board, whoever made the copy', () => {
    const board = aBoardOfCopies()
    const limits = { ...totalLimits, weight: totalsOf(board, ownerOf).weight + 3500 }
    const ofAll = names.map((name) => ({ ...found(name), person: undefined }))
    noteSources(board, ofAll, ownerOf, limits)
    expect(withWords(board).length).toBeLessThan(4)
    expect(totalsOf(board, ownerOf).weight).toBeLessThan(limits.weight + 1000)
  })

  it('brings no words back to what was taken away', () => {
    const board = aBoardOfCopies()
    takeAway(board, 'shape:a')
    noteSources(board, [found('a')], ownerOf)
    expect(withWords(board)).toEqual([])
  })
})

function aBoardOfCopies(): Y.Doc {
  const board = aDocument(7)
  const update = forged(board, 10, (doc) => {
    for (const name of names) createRecord(doc, aNote(name))
  })
  Y.applyUpdate(board, update)
  return board
}

function found(name: string) {
  return { id: `shape:${name}`, sources, base: words, person: 'anna' }
}

function withWords(board: Y.Doc): readonly string[] {
  return names.filter((name) => readRecord(board, `shape:${name}`)?.base?.['t'] !== undefined)
}

function ownerOf(client: number): string | undefined {
  return client === 10 ? 'anna' : undefined
}
