import { describe, expect, it } from 'vitest'
import { aReader, bytesOf, read } from '../test/files.ts'
import { aFrame, aNote, anArrow, richText } from '../test/records.ts'
import { limits } from '../schema/limits.ts'
import { importedWords } from './imported-words.ts'
import { readBoardFile } from './read-board-file.ts'

const long = 'a'.repeat(limits.typedTextLength + 1)
const odd = `x\uD800\r\ny${long}`

describe('[I32] words from a file', () => {
  it('have one kind of line end, whole characters, and no more than one can type', () => {
    expect(importedWords('a\r\nb\rc')).toBe('a\nb\nc')
    expect(importedWords('\uDC00a\uD83D\uDE00\uD83D')).toBe('a\u{1F600}')
    expect(importedWords(`${'a'.repeat(limits.typedTextLength - 1)}\u{1F600}`)).toMatch(/a$/)
  })

  it.each([
    [
      'a.tldr, a note',
      tldraw({ ...aNote('n'), props: { ...aNote('n').props, richText: richText(odd) } }),
    ],
    ['a.tldr, a frame', tldraw({ ...aFrame('f'), props: { ...aFrame('f').props, name: odd } })],
    ['a.tldr, an arrow', tldraw({ ...anArrow('p'), props: { ...anArrow('p').props, text: odd } })],
    ['a.excalidraw, a text', bytesOf({ elements: [{ id: 't', type: 'text', text: odd }] })],
    ['a.excalidraw, a frame', bytesOf({ elements: [{ id: 't', type: 'frame', name: odd }] })],
    ['a.csv', bytesOf(JSON.parse(JSON.stringify(`tekst\n"${odd.replace('\uD800', '')}"`)))],
    ['a.txt', bytesOf(long)],
  ])('pass it, in %s', (name, bytes) => {
    const { records } = read(readBoardFile(name.split(',')[0] ?? '', bytes, aReader()))
    expect(records).toHaveLength(1)
    const all = JSON.stringify(records)
    expect(all).not.toMatch(/\\r|\\ud800/i)
    expect(/a{100,}/.exec(all)?.[0].length).toBeLessThanOrEqual(limits.typedTextLength)
  })
})

function tldraw(record: object): Uint8Array {
  const schema = { schemaVersion: 2, sequences: {} }
  return bytesOf({ tldrawFileFormatVersion: 1, schema, records: [record] })
}
