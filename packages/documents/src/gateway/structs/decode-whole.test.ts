import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { aDocument, aNote } from '../../test/records.ts'
import { changeFields, createRecord } from '../../record/write-record.ts'
import { checkUpdate } from '../check-update.ts'

/** What honest people send, each kind once. */
function soundUpdates(): readonly (readonly [string, Uint8Array])[] {
  const document = aDocument(7)
  const sent: Uint8Array[] = []
  document.on('update', (update: Uint8Array) => sent.push(update))
  createRecord(document, aNote('a'))
  changeFields(document, 'shape:a', { xy: [8, 8] })
  changeFields(document, 'shape:a', { xy: [9, 9] })
  changeFields(document, 'shape:a', { gone: true })
  const names = ['a note', 'its first move', 'a later move', 'its removal'] as const
  return names.map((name, at) => [name, sent[at] ?? new Uint8Array()] as const)
}

describe('[B100] an update is read to its last byte', () => {
  it.each<readonly [string, Uint8Array]>([
    ['nothing at all', Uint8Array.of(0, 0)],
    ...soundUpdates(),
    ['everything together', Y.mergeUpdates(soundUpdates().map(([, update]) => update))],
  ])('%s with a byte more is refused, at every stage of the board', (_name, update) => {
    const board = aDocument(1)
    for (const [, before] of soundUpdates()) {
      for (const more of [Uint8Array.of(0), Uint8Array.of(1, 2, 3), update]) {
        const longer = Uint8Array.of(...update, ...more)
        expect(checkUpdate(board, longer, 'person')).toMatchObject({
          kind: 'refused',
          reason: expect.stringMatching(/^(bytes-left-over|other-encoding)$/) as string,
        })
      }
      Y.applyUpdate(board, before)
    }
  })

  it.each(soundUpdates())('%s in the encoding V2 is refused by name', (_name, update) => {
    const verdict = checkUpdate(aDocument(1), Y.convertUpdateFormatV1ToV2(update), 'person')
    expect(verdict).toEqual({ kind: 'refused', reason: 'other-encoding', records: [] })
  })
})
