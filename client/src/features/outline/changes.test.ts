import { outlineOf } from '@stip/board'
import { expect, it } from 'vitest'
import { aNote } from './test/a-note.ts'
import { changesBetween } from './changes.ts'

it('says what others did, and leaves out what this person did', () => {
  const before = outlineOf([aNote('een', 'Meer groen'), aNote('twee', 'Een bank')])
  const after = outlineOf([aNote('een', 'Veel meer groen'), aNote('drie', 'Een fontein')])
  const all = new Set(['shape:een', 'shape:twee', 'shape:drie'])
  expect(changesBetween(before, after, all)).toEqual([
    { section: '', added: 1, changed: 1, moved: 0, removed: 1 },
  ])
  expect(changesBetween(before, after, new Set())).toEqual([])
  expect(changesBetween(before, before, all)).toEqual([])
})
