import { fieldsOf } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { ok, refuse } from '@stip/primitives'
import type { Json, JsonObject, Result } from '@stip/primitives'
import { isKnownKind, problemWithField } from './check-field.ts'
import { problemWithRichText } from '../text/check-text.ts'
import { textBearing } from '../schema/layout.ts'
import { isRecordName } from './record-names.ts'
import { boardSchema } from '../schema/schema.ts'

// Their types describe tldraw's own records; ours are the same data under a wider type.
const validatorOf = {
  shape: boardSchema.types.shape,
  binding: boardSchema.types.binding,
  asset: boardSchema.types.asset,
}

/**
 * Checks a whole record: tldraw's schema with our zone, and our own rules [B20]–[B29]. What passes
 * here can be drawn by every client and passes the gateway.
 */
export function checkRecord(record: BoardRecord): Result<BoardRecord, string> {
  if (!isKnownKind(record)) return refuse('unknown-kind')
  if (!isRecordName(record.id, record.typeName)) return refuse('invalid-name')
  const isTexted = record.typeName === 'shape' && textBearing.has(record.type)
  const { t: text, ...fields } = fieldsOf(record)
  if (isTexted || text !== undefined) {
    const problem = isTexted ? problemWithRichText(text) : 'unknown-field'
    if (problem !== undefined) return refuse(problem)
  }
  for (const [key, value] of Object.entries(fields)) {
    const problem = problemWithField(record, key, value)
    if (problem !== undefined) return refuse(problem)
  }
  if (isLikeAccepted(record)) return ok(record)
  try {
    validatorOf[record.typeName].validate(record)
  } catch {
    return refuse('invalid-record')
  }
  if (record.typeName === 'shape') accepted.set(record.type, record)
  return ok(record)
}

/** A shape of each kind that tldraw's schema accepted. */
const accepted = new Map<string, BoardRecord>()

/**
 * Whether tldraw's schema would accept this shape too, of which every field was found good: it
 * looks at each field by itself, with the same validators, and at which fields there are. So a
 * shape that has the same fields as one that it accepted needs no second look.
 */
function isLikeAccepted(record: BoardRecord): boolean {
  const example = record.typeName === 'shape' ? accepted.get(record.type) : undefined
  if (example === undefined || !hasSameFields(example, record)) return false
  return hasSameFields(example.props, record.props) && isPlainText(record.props['richText'])
}

/** The same names in the same order, and values of the same type: some fields are told only so. */
function hasSameFields(example: JsonObject, object: JsonObject): boolean {
  const names = Object.keys(example)
  const others = Object.keys(object)
  if (names.length !== others.length) return false
  return names.every(
    (name, place) => others[place] === name && typeof example[name] === typeof object[name],
  )
}

/** A text of which our own rules saw all there is. */
function isPlainText(text: Json | undefined): boolean {
  if (text === undefined) return true
  const { type, content, ...rest } = text as JsonObject
  return type === 'doc' && Array.isArray(content) && Object.keys(rest).length === 0
}
