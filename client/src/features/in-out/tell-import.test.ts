import { leavingOut } from '@stip/documents/files'
import type { Remark, RemarkKind } from '@stip/documents/files'
import { describe, expect, it } from 'vitest'
import { tellImport } from './tell-import.ts'

describe('what is told of a file', () => {
  it('[I24] is how many rows had no words, and not that they do not fit', () => {
    expect(tell([{ kind: 'rows-without-words', count: 3 }], 3)).toEqual([
      '3 regels zonder woorden overgeslagen.',
    ])
    expect(tell([{ kind: 'rows-without-words', count: 1 }], 2)).toEqual([
      '1 regel zonder woorden overgeslagen.',
      '1 ding past niet op een bord en is weggelaten.',
    ])
  })

  it('[I29] is that it comes from a newer tldraw', () => {
    expect(tell([{ kind: 'newer-version', count: 1 }])).toEqual([
      'Dit bestand komt van een nieuwere tldraw: wat hier past, staat op het bord.',
    ])
  })

  it('[I24] names columns, and says when there are more', () => {
    const names = ['id', 'auteur', 'datum']
    expect(tell([{ kind: 'columns', count: 7, names }])).toEqual([
      '7 kolommen niet gebruikt: id, auteur, datum en meer.',
    ])
    expect(tell([{ kind: 'columns', count: 1, names: ['id'] }])).toEqual([
      '1 kolom niet gebruikt: id.',
    ])
  })

  it('[I24] is four sentences at most', () => {
    const kinds: readonly RemarkKind[] = ['labels', 'links', 'groups', 'mirrored', 'invisible']
    const told = tell(kinds.map((kind) => ({ kind, count: 2 })))
    expect(told).toHaveLength(4)
    expect(told.at(-1)).toBe('En nog 2 verschillen.')
  })
})

function tell(remarks: readonly Remark[], leftOut = 0): readonly string[] {
  return tellImport({ remarks, leftOut }, leavingOut)
}
