import { fieldsOf } from '@stip/board'
import type { BoardRecord, Fields, StoredRecord } from '@stip/board'
import type { Json, RecordId } from '@stip/primitives'
import * as Y from 'yjs'
import { checkUpdate } from '../gateway/check-update.ts'
import { isAnothersWord } from '../gateway/check-creation.ts'
import type { Writer } from '../gateway/check-creation.ts'
import { recordMap, TEXT } from '../schema/layout.ts'
import { readRecord } from '../record/read-record.ts'
import { plainTextOf } from '../text/rich-text.ts'
import { changeFields, createRecord } from '../record/write-record.ts'
import type { OwnChange } from './own-changes.ts'
import { isTextBefore } from './text-before.ts'
import type { textBefore } from './text-before.ts'

/** Changes that were lost, and the board on which they are to be made again. */
export interface Reissue {
  /** The document in which they were made. It is not changed. */
  readonly mine: Y.Doc
  readonly changes: readonly OwnChange[]
  /** The board as the server has it now; what finds a place is written into it. */
  readonly board: Y.Doc
  /** Both documents have the same generation: words can be merged letter by letter. */
  readonly isSameGeneration: boolean
  readonly writer: Writer
  /** Records that the server named in refusing: not tried again. */
  readonly refused: ReadonlySet<RecordId>
  /** Of another generation: what a text was before these changes, when that is known. */
  readonly textBefore?: (id: RecordId) => ReturnType<typeof textBefore>
}

/**
 * Makes changes again, record by record: each is one update under a new client id, and each is
 * judged as the server will judge it, so that one bad change holds up no other. What others did
 * meanwhile is never undone.
 *
 * @returns Those that found no place.
 */
export function reissue(options: Reissue): readonly OwnChange[] {
  const { board, writer, refused, changes } = options
  const source = sourceOf(options)
  const notPlaced: OwnChange[] = []
  let draft = copyOf(board)
  for (const change of inOrder(source, changes)) {
    if (refused.has(change.id)) {
      notPlaced.push(change)
      continue
    }
    const { update, isWhole } = written(draft, source, change, options)
    const mayEnter = update === undefined || checkUpdate(board, update, writer).kind !== 'refused'
    if (!isWhole || !mayEnter) notPlaced.push(change)
    // What may not enter stays in the draft, and the next one would be built on it.
    if (!mayEnter) draft = copyOf(board)
    else if (update !== undefined) Y.applyUpdate(board, update)
  }
  return notPlaced
}

/** The board as it would be had everything been let in; in another generation, only one's own. */
function sourceOf({ mine, board, isSameGeneration }: Reissue): Y.Doc {
  if (!isSameGeneration) return mine
  const both = copyOf(board)
  Y.applyUpdate(both, Y.encodeStateAsUpdate(mine))
  return both
}

function copyOf(document: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document))
  return copy
}

/** First what others stand in or are tied to. */
function inOrder(source: Y.Doc, changes: readonly OwnChange[]): readonly OwnChange[] {
  const rank = ({ id }: OwnChange): number => {
    const record = readRecord(source, id)?.record
    if (record?.typeName === 'asset') return 0
    if (record?.typeName === 'binding') return 4
    if (record?.type === 'frame' || record?.type === 'group') return 1
    return record?.type === 'arrow' ? 3 : 2
  }
  return changes.toSorted((one, other) => rank(one) - rank(other))
}

/** Writes one change into a draft of the board, and gives it as an update. */
function written(
  draft: Y.Doc,
  source: Y.Doc,
  change: OwnChange,
  options: Reissue,
): { readonly update: Uint8Array | undefined; readonly isWhole: boolean } {
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array): number => updates.push(update)
  draft.on('update', keep)
  const isWhole = draft.transact(() => write(draft, source, change, options))
  draft.off('update', keep)
  return { update: updates.length === 0 ? undefined : Y.mergeUpdates(updates), isWhole }
}

/** @returns Whether all of it could be written without overwriting what others did. */
function write(
  draft: Y.Doc,
  source: Y.Doc,
  { id, keys }: OwnChange,
  { isSameGeneration, textBefore }: Reissue,
): boolean {
  const stored = readRecord(source, id)
  if (stored === undefined) return false
  const there = readRecord(draft, id)
  if (recordMap(draft, id) === undefined || there === undefined) {
    if (!stored.isGone) createRecord(draft, ownRecord(stored))
    return true
  }
  const fields = changedFields(stored, keys)
  const words = fields[TEXT]
  const before = isSameGeneration ? undefined : textBefore?.(id)
  const isUntouched = before !== undefined && isTextBefore(wordsOf(there), before)
  if (words === undefined || isSameGeneration || isUntouched || addsOnly(there, words)) {
    changeFields(draft, id, fields)
    return true
  }
  const { [TEXT]: _words, ...rest } = fields
  changeFields(draft, id, rest)
  return wordsOf(there) === plainTextOf(words)
}

/** Without what only the server may say of it, which was so of what is no more. */
function ownRecord({ record }: StoredRecord): BoardRecord {
  const meta = Object.fromEntries(
    Object.entries(record.meta).filter(([name]) => !isAnothersWord(`m.${name}`)),
  )
  return { ...record, meta }
}

function wordsOf({ record }: StoredRecord): string {
  return plainTextOf(record.props['richText'])
}

function changedFields({ record, isGone }: StoredRecord, keys: ReadonlySet<string>): Fields {
  const now: Fields = { ...fieldsOf(record), gone: isGone }
  // A place and the parent that it is a place in belong together.
  const isPlaced = keys.has('xy') || keys.has('pi')
  return Object.fromEntries(
    Object.entries(now).filter(
      ([key]) => keys.has(key) || (isPlaced && (key === 'xy' || key === 'pi')),
    ),
  )
}

/** Every letter that stands there comes back in the same order: nobody loses a word. */
function addsOnly({ record }: StoredRecord, words: Json): boolean {
  const [there, mine] = [plainTextOf(record.props['richText']), plainTextOf(words)]
  let next = 0
  for (const letter of mine) if (there.startsWith(letter, next)) next += letter.length
  return next >= there.length
}
