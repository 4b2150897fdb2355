import { bounds } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import type { JsonObject } from '@stip/primitives'
import { createTLSchema } from '@tldraw/tlschema'
import { limits } from '../../schema/limits.ts'
import { refuseFile } from '../board-import.ts'
import type { BoardImport, FileOutcome, ReaderOptions } from '../board-import.ts'
import { isObject, objectsIn, readJsonFile } from '../json-file.ts'
import { Remarks } from '../remarks.ts'
import { FileRecords } from './file-records.ts'
import { broughtDown, isNewer } from './newer-file.ts'

/** Space between two pages of a file, which come to stand next to each other. Board units. */
const PAGE_GAP = 200

/**
 * Reads a `.tldr` file, of this version of tldraw, an older one, or as far as that goes a later one,
 * with our own shapes and with the images inside it. Pages come to stand next to each other: a board has one.
 */
export function readTldrawFile(
  bytes: Uint8Array,
  options: ReaderOptions,
): FileOutcome<BoardImport> {
  const file = readJsonFile(bytes)
  if (!file.ok) return file
  const { records, schema } = file.value
  if (!Array.isArray(records) || !isObject(schema)) return refuseFile('not-readable')
  const found = objectsIn(records).filter(({ id }) => typeof id === 'string')
  const count = found.filter(({ typeName }) => typeName === 'shape').length
  if (count > limits.fileShapes) return refuseFile('too-many', count)
  if (count === 0) return refuseFile('empty')
  const remarks = new Remarks()
  const isLater = isNewer(file.value)
  if (isLater) remarks.add('newer-version', 1)
  const ours = isLater ? broughtDown(found, schema, remarks) : { records: found, schema }
  const migrated = migrate(ours.records, ours.schema)
  const all = new FileRecords(migrated ?? ours.records, options, remarks)
  const imported = all.onOneBoard(nextToEachOther)
  if (imported.records.some(({ typeName }) => typeName === 'shape')) {
    return { ok: true, value: imported }
  }
  return refuseFile(isLater || migrated === undefined ? 'newer' : 'empty', imported.leftOut)
}

/** Where each page of the file begins on the board, given what stands on it. */
function nextToEachOther(pages: readonly (readonly BoardRecord[])[]): readonly number[] {
  let next: number | undefined
  return pages.map((records) => {
    const size = bounds(records)
    if (size === undefined) return 0
    const shift = next === undefined ? 0 : next - size.x
    next = size.x + shift + size.w + PAGE_GAP
    return shift
  })
}

/** Undefined when the file was made by a version that this one does not know. */
function migrate(
  records: readonly JsonObject[],
  schema: JsonObject,
): readonly JsonObject[] | undefined {
  try {
    const store = Object.fromEntries(records.map((record) => [record['id'], record]))
    const outcome = createTLSchema().migrateStoreSnapshot({ store, schema } as never)
    if (outcome.type === 'error') return undefined
    return Object.values(outcome.value) as unknown as readonly JsonObject[]
  } catch {
    // Migrations trust what they read; a broken file makes them throw.
    return undefined
  }
}
