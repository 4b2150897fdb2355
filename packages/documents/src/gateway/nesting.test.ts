import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { limits } from '../schema/limits.ts'
import { liveRecords } from '../record/live-records.ts'
import { toBoardJson } from '../board-json.ts'
import { readBoard } from '../record/read-record.ts'
import { toTldrawFile } from '../tldraw-file.ts'
import { checkRecord } from '../record/check-record.ts'
import { changeFields, createRecord } from '../record/write-record.ts'
import { forged } from '../test/craft.ts'
import { aDocument, aFrame, aNote } from '../test/records.ts'
import { checkUpdate } from './check-update.ts'
import { inspectUpdate } from './inspect-update.ts'
import { Nesting } from './nesting.ts'

describe('[B143] nesting', () => {
  it('is taken as deep as it may be, one by one and at once, and not deeper', () => {
    for (const [depth, kind] of [
      [limits.nesting, 'accepted'],
      [limits.nesting + 1, 'refused'],
    ] as const) {
      expect(verdictOn(aDocument(7), (document) => nest(document, 0, depth + 1)).kind).toBe(kind)
      const server = aDocument(7)
      nest(server, 0, depth)
      expect(verdictOn(server, (document) => nest(document, depth, depth + 1)).kind).toBe(kind)
    }
  })

  it('asks no further up than things may be nested', () => {
    const server = aDocument(7)
    nest(server, 0, 20)
    const inspection = inspectUpdate(
      server,
      forged(server, 9, (document) => createRecord(document, aNote('n'))),
    )
    if (!inspection.ok) throw new Error(inspection.reason)
    let asked = 0
    const records = server.getMap('records')
    const get = records.get.bind(records)
    records.get = (key) => (asked++, get(key))
    expect(new Nesting(server, inspection.findings).isTooDeep(frame(19), 8)).toBe(true)
    expect(asked).toBeLessThan(15)
  })

  it('is counted with what the same update moves', () => {
    const server = aDocument(7)
    nest(server, 0, limits.nesting)
    createRecord(server, aFrame('los'))
    createRecord(server, aNote('n'))
    const verdict = verdictOn(server, (document) => {
      changeFields(document, 'shape:n', { pi: ['shape:los', 'a1'] })
      changeFields(document, 'shape:los', { pi: [frame(limits.nesting - 1), 'a1'] })
    })
    expect(verdict).toMatchObject({ kind: 'refused', reason: 'too-deep' })
  })

  it('what is in a circle, or in what is gone, is not deep: nobody is refused for what others did', () => {
    const server = aDocument(7)
    nest(server, 0, 100)
    createRecord(server, aFrame('one'))
    createRecord(server, aFrame('two', { parentId: 'shape:one' }))
    changeFields(server, 'shape:one', { pi: ['shape:two', 'a1'] })
    changeFields(server, frame(90), { gone: true })
    for (const parentId of ['shape:two', frame(95)]) {
      const verdict = verdictOn(server, (document) =>
        createRecord(document, aNote('n', { parentId })),
      )
      expect(verdict.kind).toBe('accepted')
    }
  })

  it('a board from before that is deeper is read, exported and shown; everything stands where it stood', () => {
    const server = aDocument(7)
    server.transact(() => nest(server, 0, 100))
    createRecord(server, aNote('diep', { parentId: frame(99), x: 5, y: 7 }))
    const live = liveRecords(server)
    expect(live).toHaveLength(101)
    expect(live.every((record) => checkRecord(record).ok)).toBe(true)
    const shapes = new Map(live.map((record) => [record.id, record]))
    let [x, depth] = [0, 0]
    for (let record = shapes.get('shape:diep'); record !== undefined; depth++) {
      x += Number(record['x'])
      record = shapes.get(record['parentId'] as string)
    }
    expect(x).toBe(105)
    expect(depth).toBeLessThanOrEqual(33)
    expect(toTldrawFile(server).records).toHaveLength(103)
    expect(toBoardJson(server).records).toHaveLength(101)
    expect(readBoard(server)).toHaveLength(101)
    // Moved out of there, it is anywhere.
    const out = verdictOn(server, (document) =>
      changeFields(document, frame(80), { pi: ['page:page', 'a1'] }),
    )
    expect(out.kind).toBe('accepted')
  })
})

const frame = (number: number): string => `shape:f${number}`

/** Frames in each other, each one px further to the right. */
function nest(document: Y.Doc, from: number, to: number): void {
  for (let number = from; number < to; number++) {
    const parentId = number === 0 ? 'page:page' : frame(number - 1)
    createRecord(document, aFrame(`f${number}`, { parentId, x: 1, y: 0 }))
  }
}

function verdictOn(
  server: Y.Doc,
  change: (document: Y.Doc) => void,
): ReturnType<typeof checkUpdate> {
  return checkUpdate(server, forged(server, 99, change), 'person')
}
