import { fieldsOf } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import { isKnownKind, problemWithField } from './check-field.ts'
import { problemWithRichText } from './check-text.ts'
import { textBearing } from './layout.ts'
import { isRecordName } from './record-names.ts'
import { boardSchema } from './schema.ts'

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
  try {
    validatorOf[record.typeName].validate(record)
  } catch {
    return refuse('invalid-record')
  }
  return ok(record)
}
