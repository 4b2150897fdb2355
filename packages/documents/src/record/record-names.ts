import { PAGE_ID } from '../schema/layout.ts'

// Letters, digits, '_' and '-' are tldraw's; '.' and '%' stand in the names that a merge gives.
const recordName = /^(?:shape|binding|asset):[\w.%-]{1,200}$/

/** Whether a record may be called this; `typeName` is the part before the colon. */
export function isRecordName(id: unknown, typeName: string): id is string {
  return typeof id === 'string' && id.startsWith(`${typeName}:`) && recordName.test(id)
}

/** Whether this may name a parent: the page, or a shape. */
export function isParentName(id: unknown): id is string {
  return id === PAGE_ID || isRecordName(id, 'shape')
}
