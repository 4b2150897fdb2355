import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { limits } from '../schema/limits.ts'
import { createRecord } from '../record/write-record.ts'
import {
  aClaim,
  aDelete,
  aForgedValue,
  aPrototypeAttack,
  aTombstone,
  forged,
} from '../test/craft.ts'
import {
  aCircle,
  afterAGap,
  aServer,
  bare,
  nest,
  paragraph,
  paragraphs,
  record,
  records,
  text,
  waiting,
  words,
} from '../test/forgeries.ts'
import { aBinding, aFrame, anAsset, aNote } from '../test/records.ts'
import { checkUpdate } from './check-update.ts'
import type { UpdateRules } from './check-update.ts'
import { totalLimits } from './totals/total-limits.ts'
import { workLimits } from './totals/work.ts'

describe('what no honest client sends stays outside', () => {
  it.each<[string, string, (server: Y.Doc) => Uint8Array]>([
    ['[B57] nothing that can be read', 'malformed', () => Uint8Array.of(1, 2, 3)],
    ['[B57] no bytes at all', 'malformed', () => new Uint8Array()],
    ['[B57] a claim of more than there is', 'malformed', () => aClaim(2)],
    ['[B58] a gap in the clock', 'gap', afterAGap],
    ['[B58] a struct that waits for ever', 'gap', (server) => waiting(server)],
    ['[B58] structs that wait for each other', 'gap', () => aCircle()],
    [
      '[B59] a deletion of what is yet to be written',
      'future-delete',
      (server) => aDelete(7, 0, Y.getState(server.store, 7) + 1),
    ],
    ['[B59] a deletion of nothing', 'malformed', () => aDelete(7, 0, 0)],
    ['[B59] a deletion by a stranger', 'future-delete', () => aDelete(12_345, 0, 1)],
    [
      '[B60] a deletion of everything',
      'removes-record',
      (server) => aDelete(7, 0, Y.getState(server.store, 7)),
    ],
    ['[B60] a record removed', 'removes-record', changed((doc) => records(doc).delete('shape:a'))],
    [
      '[B60] a record replaced',
      'overwrites-record',
      changed((doc) => records(doc).set('shape:a', new Y.Map())),
    ],
    ['[B60] all records removed', 'removes-record', changed((doc) => records(doc).clear())],
    ['[B60] a text removed', 'removes-record', changed((doc) => record(doc)?.delete('t'))],
    [
      '[B60] a text replaced',
      'overwrites-record',
      changed((doc) => record(doc)?.set('t', new Y.XmlFragment())),
    ],
    [
      '[B60] a base rewritten',
      'overwrites-record',
      value('$', { typeName: 'shape', type: 'note' }),
    ],
    ['[B60] a base removed', 'removes-record', changed((doc) => record(doc)?.delete('$'))],
    ['[B61] another root', 'unknown-root', changed((doc) => doc.getMap('secrets').set('a', 1))],
    [
      '[B61] the generation',
      'unknown-root',
      changed((doc) => doc.getMap('board').set('generation', 9)),
    ],
    ['[B61] a list as root', 'unknown-root', changed((doc) => doc.getArray('list').push([1]))],
    ['[B62] forged sources', 'server-only', value('sources', [{ board: 'b' }])],
    ['[B62] a forged base of a merge', 'server-only', value('base', {})],
    ['[B62] a forged template', 'server-only', value('tpl', true)],
    ['[B62] the letter of a group', 'invalid: forbidden-meta', value('m.group', 'B')],
    ['[B75] that a scribe wrote it', 'invalid: forbidden-meta', value('m.ofScribe', true)],
    ['[B75] that no scribe wrote it', 'invalid: forbidden-meta', value('m.ofScribe', false)],
    ['[B62] what it is a copy of', 'invalid: forbidden-meta', value('m.copyOf', 'bord/shape:x')],
    [
      '[B75] that a scribe wrote it, at creation',
      'invalid: forbidden-meta',
      changed((doc) => createRecord(doc, aNote('n', { meta: { ofScribe: true } }))),
    ],
    [
      '[B62] sources at creation',
      'server-only',
      changed((doc) => createRecord(doc, aNote('n'), { sources: [source] })),
    ],
    [
      '[B62] the letter of a group at creation',
      'invalid: forbidden-meta',
      changed((doc) => createRecord(doc, aNote('n', { meta: { group: 'B' } }))),
    ],
    [
      '[B63] a template moved',
      'template-record',
      changed((doc) => record(doc, 'shape:z')?.set('xy', [1, 1])),
    ],
    [
      '[B63] a template deleted',
      'template-record',
      changed((doc) => record(doc, 'shape:z')?.set('gone', true)),
    ],
    [
      '[B63] what a template overrides taken away',
      'template-record',
      changed((doc) => record(doc, 'shape:z')?.delete('p.title')),
    ],
    ['[B64] a sub-document', 'unknown-content', value('m.a', new Y.Doc())],
    ['[B64] bytes', 'unknown-content', value('m.a', Uint8Array.of(1))],
    ['[B64] a nested map', 'unknown-content', value('m.a', new Y.Map([['b', new Y.Map()]]))],
    ['[B64] a nested list', 'unknown-content', value('xy', Y.Array.from([1, 2]))],
    [
      '[B64] an embed in a text',
      'unknown-content',
      changed((doc) => words(doc).insertEmbed(0, { a: 1 })),
    ],
    [
      '[B64] a hook in a text',
      'unknown-content',
      changed((doc) => paragraph(doc).insert(0, [new Y.XmlHook('x') as never])),
    ],
    [
      '[B64] an element unknown to tldraw',
      'unknown-content',
      changed((doc) => paragraph(doc).insert(0, [new Y.XmlElement('iframe')])),
    ],
    [
      '[B64] an attribute that runs',
      'invalid: invalid-attribute',
      changed((doc) => paragraph(doc).setAttribute('onclick', 'alert(1)')),
    ],
    [
      '[B64] a record that is a list',
      'unknown-content',
      changed((doc) => records(doc).set('shape:n', new Y.Array() as never)),
    ],
    [
      '[B64] a record without a base',
      'record-without-base',
      changed((doc) => records(doc).set('shape:n', new Y.Map())),
    ],
    ['[B64] a note without a text', 'record-without-base', changed((doc) => bare(doc, 'shape:n'))],
    [
      '[B64] a record under a strange name',
      'malformed',
      changed((doc) => records(doc).set('__proto__', new Y.Map())),
    ],
    [
      '[B65] a prototype in a value',
      'invalid: not-json',
      (server) => aPrototypeAttack(server, 'shape:a'),
    ],
    [
      '[B65] a prototype as a prop',
      'invalid: unknown-field',
      value('p.__proto__', { isAdmin: true }),
    ],
    [
      '[B65] a prototype as meta',
      'invalid: forbidden-name',
      value('m.__proto__', { isAdmin: true }),
    ],
    ['[B65] a constructor as key', 'malformed', value('constructor', 1)],
    [
      '[B65] a prototype at creation',
      'invalid: forbidden-name',
      changed((doc) => bare(doc, 'shape:n', { 'm.__proto__': {} })),
    ],
    ['[B66] a number too large for its kind', 'invalid: not-json', value('xy', [1n, 2])],
    [
      '[B66] a place that is no number',
      'invalid: number-out-of-range',
      value('xy', [Number.NaN, 0]),
    ],
    ['[B66] a place without end', 'invalid: number-out-of-range', value('xy', [Infinity, 0])],
    ['[B66] a place beyond the board', 'invalid: number-out-of-range', value('xy', [1_000_001, 0])],
    ['[B66] a value that is missing', 'invalid: not-json', value('p.color', undefined)],
    ['[B66] a colour that is none', 'invalid: invalid-field', value('p.color', 'javascript')],
    ['[B66] forged authorship', 'invalid: forbidden-meta', value('m.authors', ['Anna'])],
    ['[B66] a field that is none', 'invalid: unknown-field', value('onload', 'x')],
    ['[B67] a parent that never was', 'unknown-parent', value('pi', ['shape:never', 'a1', 0, 0])],
    ['[B67] a parent that is no frame', 'unknown-parent', value('pi', ['shape:z', 'a1', 0, 0])],
    [
      '[B67] a record as its own parent',
      'unknown-parent',
      changed((doc) => record(doc, 'shape:f')?.set('pi', ['shape:f', 'a1', 0, 0])),
    ],
    [
      '[B67] two frames in each other',
      'parent-circle',
      changed((doc) => {
        createRecord(doc, aFrame('one', { parentId: 'shape:two' }))
        createRecord(doc, aFrame('two', { parentId: 'shape:one' }))
      }),
    ],
    [
      '[B67] a binding to nothing',
      'unknown-end',
      changed((doc) => createRecord(doc, aBinding('b', 'never', 'a'))),
    ],
    [
      '[B67] an embed',
      'invalid: unknown-field',
      changed((doc) => createRecord(doc, { ...aFrame('n'), type: 'embed' })),
    ],
    [
      '[B67] an image from elsewhere',
      'invalid: foreign-address',
      changed((doc) => createRecord(doc, anAsset('n', 'https://elders.nl/x.png'))),
    ],
    [
      '[B68] a link that runs',
      'invalid: forbidden-link',
      changed((doc) => words(doc).format(0, 3, { link: { href: 'javascript:alert(1)' } })),
    ],
    [
      '[B68] an unknown mark',
      'invalid: unknown-mark',
      changed((doc) => words(doc).format(0, 3, { script: {} })),
    ],
    ['[B69] lists in lists', 'too-deep', changed((doc) => nest(text(doc), 8))],
  ])('%s: %s', (_name, reason, attack) => {
    const server = aServer()
    const before = Y.encodeStateAsUpdate(server)
    const update = attack(server)
    for (const writer of ['person', 'facilitator'] as const) {
      expect(checkUpdate(server, update, writer)).toMatchObject({ kind: 'refused', reason })
    }
    expect(Y.encodeStateAsUpdate(server)).toEqual(before)
  })

  it.each<[string, string, Partial<UpdateRules>, (server: Y.Doc) => Uint8Array]>([
    ['[B57] more bytes', 'too-large', { updateBytes: 12 }, () => new Uint8Array(13)],
    [
      '[B58] more of the clock at a stroke',
      'malformed',
      { work: { ...workLimits, leap: 4 } },
      () => aTombstone(9, 0, 5),
    ],
    [
      '[B69] more letters in a text',
      'text-too-long',
      { textLength: 12 },
      changed((doc) => words(doc).insert(0, 'x'.repeat(4))),
    ],
    [
      '[B69] more paragraphs in a text',
      'text-too-long',
      { textLength: 12 },
      changed((doc) => paragraphs(doc, 4)),
    ],
    [
      '[B69] more on a board',
      'board-is-full',
      { totals: { ...totalLimits, liveRecords: 3 } },
      changed((doc) => createRecord(doc, aNote('n'))),
    ],
  ])('%s than it may', (_name, reason, lowered, attack) => {
    const server = aServer()
    const update = attack(server)
    const rules = { ...limits, ...lowered }
    for (const writer of ['person', 'facilitator'] as const) {
      expect(checkUpdate(server, update, writer, rules)).toMatchObject({ kind: 'refused', reason })
      expect(checkUpdate(server, update, writer)).not.toMatchObject({ reason })
    }
  })
})

const source = { board: 'b', record: 'shape:x', revision: 1, group: 'g' }

function changed(change: (document: Y.Doc) => unknown): (server: Y.Doc) => Uint8Array {
  return (server) => forged(server, 99, (document) => void change(document))
}

function value(key: string, forgedValue: unknown): (server: Y.Doc) => Uint8Array {
  return (server) => aForgedValue(server, 'shape:a', key, forgedValue)
}
