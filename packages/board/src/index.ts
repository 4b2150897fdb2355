export { fieldsOf, recordOf } from './fields.ts'
export type { BoardRecord, Fields, Source, StoredRecord } from './record.ts'
