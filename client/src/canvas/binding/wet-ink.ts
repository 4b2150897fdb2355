import type { TLDrawShape, TLHighlightShape, TLRecord } from 'tldraw'

/** A stroke whose pen is still down. */
export type WetStroke = TLDrawShape | TLHighlightShape

/**
 * Whether a record is a stroke that is being drawn. It is written when the pen is lifted: writing
 * it at every move would send every viewer the whole stroke again, 5 MB for 600 points.
 */
export function isWet(record: TLRecord | undefined): record is WetStroke {
  if (record?.typeName !== 'shape') return false
  if (record.type !== 'draw' && record.type !== 'highlight') return false
  return 'isComplete' in record.props && !record.props.isComplete
}
