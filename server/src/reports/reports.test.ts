import { onTestFinished, expect, it } from 'vitest'
import type { BoardRecord } from '@stip/board'
import { sha256 } from '@stip/report/hash'
import { MemoryVersions } from '../test/memory/memory-versions.ts'
import { Reports } from './reports.ts'

const asker = { session: 'avond', person: 'S1' }

it('[P31] a board becomes a picture that a version can name by its hash', async () => {
  const reports = someReports()
  const [picture] = await reports.pictures(asker, { records: aBoard(), drawing: undefined })
  const { kept, reference } = picture ?? {}
  expect(reference).toMatchObject({ mediaType: 'image/png', sha256: kept?.hash })
  expect(sha256(kept?.bytes ?? '')).toBe(kept?.hash)
  // The signature of a PNG, and then its width in the head.
  const bytes = Buffer.from(kept?.bytes ?? [])
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(bytes.readUInt32BE(16)).toBe(reference?.width)
})

it('[P31] of an empty board, and of a board on which nobody drew, there is none', async () => {
  const reports = someReports()
  expect(await reports.pictures(asker, { records: [], drawing: undefined })).toEqual([])
  expect(await reports.pictures(asker, { records: aBoard(), drawing: aBoard() })).toEqual([])
})

it('[P30] a version that is not there has no documents', async () => {
  const wanted = { kind: 'vision', format: 'pdf', number: '1' } as const
  expect(await someReports().make(asker, 'avond', wanted)).toBeUndefined()
})

function someReports(): Reports {
  const reports = new Reports(new MemoryVersions())
  onTestFinished(() => reports.close())
  return reports
}

function aBoard(): readonly BoardRecord[] {
  const said = { type: 'paragraph', content: [{ type: 'text', text: 'Wij staan open' }] }
  const note = {
    id: 'shape:een',
    typeName: 'shape',
    type: 'note',
    parentId: 'page:page',
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    props: { color: 'yellow', scale: 1, growY: 0, richText: { type: 'doc', content: [said] } },
    meta: {},
  }
  return [note as unknown as BoardRecord]
}
