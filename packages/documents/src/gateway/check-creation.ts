import { OF_SCRIBE, recordOf } from '@stip/board'
import type { BoardRecord, Fields } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import { problemWithField } from '../record/check-field.ts'
import { checkRecord } from '../record/check-record.ts'
import { TEXT, textBearing } from '../schema/layout.ts'
import { inkPoints, withoutInk } from '../schema/packed-ink.ts'
import { isRecordName } from '../record/record-names.ts'
import { EMPTY_RICH_TEXT } from '../text/rich-text.ts'
import type { RecordDraft } from './structs/containers.ts'
import type { RefusalReason } from './refusal.ts'
import type { Work } from './totals/work.ts'

/** What a record is, without what it holds. */
export type Kind = Pick<BoardRecord, 'typeName' | 'type'>

/** Who sent an update, and in what capacity: the facilitator may also make zones. */
export type Writer = 'person' | 'facilitator' | 'scribe'

/** Says of which group something is, and that the group took it back: both on the word of the server only. */
const ofMerges: ReadonlySet<string> = new Set(['m.group', 'm.withdrawn'])

/** Says that a scribe wrote it: stands on what comes over the line of a scribe, and on nothing else. */
const ofScribes = `m.${OF_SCRIBE}`

/** Whether a field says what somebody with a client alone may not say of anything. */
export function isAnothersWord(key: string): boolean {
  return key === ofScribes || ofMerges.has(key)
}

/** Kind of a record by what an update writes under `$`; undefined when that is no record. */
export function createdKind(created: unknown): Kind | undefined {
  if (typeof created !== 'object' || created === null) return undefined
  const { typeName, type } = created as Partial<Kind>
  return typeof typeName === 'string' && typeof type === 'string' ? { typeName, type } : undefined
}

/** Says what is wrong with a record that an update creates. Its text is judged where it stands. */
export function problemWithCreation(
  id: RecordId,
  { created, hasText }: RecordDraft,
  writer: Writer,
  work: Work,
): RefusalReason | undefined {
  const kind = createdKind(created)
  if (kind === undefined || !isRecordName(id, kind.typeName)) return 'record-without-base'
  if (kind.type === 'zone' && writer !== 'facilitator') return 'zone-of-a-person'
  const isOfScribe = writer === 'scribe' && kind.typeName === 'shape'
  const isTexted = kind.typeName === 'shape' && textBearing.has(kind.type)
  if (isTexted !== hasText) return 'record-without-base'
  const { typeName: _typeName, type: _type, ...fields } = created as Fields
  // Key by key before the record is put together: a key may be made to reach into its prototype.
  for (const [key, value] of Object.entries(fields)) {
    const problem = key === TEXT ? 'unknown-field' : problemWithField(kind, key, value)
    const isOwnWord = isOfScribe && key === ofScribes
    if (isAnothersWord(key) && !isOwnWord) return 'invalid: forbidden-meta'
    if (problem !== undefined) return `invalid: ${problem}`
    work.unfold(inkPoints(key, value))
  }
  if (isOfScribe && fields[ofScribes] !== true) return 'not-marked'
  const text = isTexted ? { [TEXT]: EMPTY_RICH_TEXT } : {}
  const checked = checkRecord(recordOf({ ...kind, id }, { ...withoutInk(fields), ...text }))
  return checked.ok ? undefined : `invalid: ${checked.refusal}`
}
