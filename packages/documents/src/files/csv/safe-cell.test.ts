import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aReader } from '../../test/files.ts'
import { aZone } from '../../test/records.ts'
import { notesAsRecords } from '../note-block.ts'
import { asSafeCell, fromSafeCell } from './safe-cell.ts'
import { notesAsCsv } from './write-notes.ts'

const inFront = [
  '',
  ' ',
  '\u00A0',
  '\u3000',
  '\t',
  '\r',
  '\n',
  '\u200B',
  '\u2060',
  '\uFEFF',
  '\u00AD',
]
const hidden = ['\u200E', '\u202E', '\u3164', '\u115F', '\uFE0F', '\u0000', '\u000B', '\u{E0020}']
const signs = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '﹦',
  '﹢',
  '﹣',
  '﹫',
  '⁼',
  '⁺',
  '₋',
  '−',
]

describe('[I25] a cell', () => {
  it.each([...inFront, ...hidden].flatMap((front) => signs.map((sign) => [front + sign])))(
    'that begins with %j is words for every spreadsheet',
    (start) => {
      expect(asSafeCell(`${start}1+1`)).toBe(`'${start}1+1`)
      expect(asSafeCell(`${start}1+1\nmeer`)).toBe(`'${start}1+1\nmeer`)
    },
  )

  it.each(['\tx', '\rx', '\nx'])('that begins with %j is too', (text) => {
    expect(asSafeCell(text)).toBe(`'${text}`)
  })

  it.each(['Rust', "'s avonds", '1 = 1', '(=)', '–', 'a@b.nl', ''])('%j stays as it is', (text) => {
    expect(asSafeCell(text)).toBe(text)
  })

  it('comes back as it was', () => {
    const piece = fc.constantFrom("'", ...inFront, ...hidden, ...signs, 'a')
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(piece).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, (each) => {
        expect(fromSafeCell(asSafeCell(each))).toBe(each)
      }),
    )
  })

  it('is safe in every column, and stands in quotes where another separator would cut it', () => {
    const zone = { ...aZone('z'), props: { ...aZone('z').props, title: '\u200B=1+1' } }
    const notes = notesAsRecords(
      [{ text: 'hoi,=1+1', place: { x: 100, y: 200 }, color: '＝cmd' }],
      aReader(),
    )
    expect(notesAsCsv([zone, ...notes])).toContain(`"hoi,=1+1";"'＝cmd";;"'\u200B=1+1";100;200`)
  })
})
