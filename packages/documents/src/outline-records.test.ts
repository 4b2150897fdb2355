import { addNote, connect, describeInWords, outlineOf } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { expect, it } from 'vitest'
import { checkRecord } from './record/check-record.ts'

it('[B20] takes what people make in the list: notes, arrows and descriptions', () => {
  let board: readonly BoardRecord[] = []
  for (const words of ['Meer groen', `${'Een heel lang verhaal '.repeat(40)}\n\nen nog wat`, '']) {
    board = [...board, ...addNote(board, section(board), words, `shape:n${board.length}`).create]
  }
  const tie = { from: 'shape:n0', to: 'shape:n1', label: 'want' }
  board = [...board, ...connect(board, tie, 'shape:pijl').create]
  const about = { describes: 'shape:n0', words: 'Een brug\nover het water' }
  board = [...board, ...describeInWords(board, section(board), about, 'shape:uitleg').create]
  expect(board.map(({ type }) => type).toSorted()).toEqual([
    'arrow',
    'arrow',
    'arrow',
    'note',
    'note',
    'note',
    'text',
  ])
  for (const record of board) expect(checkRecord(record)).toMatchObject({ ok: true })
})

function section(board: readonly BoardRecord[]) {
  const [first] = outlineOf(board).sections
  if (first === undefined) throw new Error('There is nowhere to write.')
  return first
}
