import { expect } from 'vitest'
import { checkRecord } from '../record/check-record.ts'
import type { BoardImport, FileOutcome, ReaderOptions } from '../files/board-import.ts'

/** Names that can be foretold. */
export function aReader(differences: Partial<ReaderOptions> = {}): ReaderOptions {
  let count = 0
  return { newId: () => `new-${++count}`, mayMakeZones: true, ...differences }
}

/** A file as bytes. */
export function bytesOf(content: unknown): Uint8Array {
  return new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))
}

/** What a reader made of a file that should be good. */
export function read(outcome: FileOutcome<BoardImport>): BoardImport {
  if (!outcome.ok) throw new Error(`Refused: ${outcome.refusal}`)
  expectSound(outcome.value)
  return outcome.value
}

/** Whatever the file was, a board could hold what came of it. */
export function expectSound({ records, images }: BoardImport): void {
  const names = new Set<unknown>(['page:page'])
  for (const record of records) {
    expect(checkRecord(record)).toMatchObject({ ok: true })
    expect(names.has(record.id)).toBe(false)
    names.add(record.id)
    if (record.typeName === 'shape') expect(names.has(record['parentId'])).toBe(true)
    if (record.type === 'image' && record.typeName === 'shape') {
      const { assetId } = record.props
      expect(assetId === null || names.has(assetId)).toBe(true)
    }
    if (record.typeName !== 'binding') continue
    expect(names.has(record['fromId']) && names.has(record['toId'])).toBe(true)
  }
  for (const { asset } of images) expect(names.has(asset)).toBe(true)
}
