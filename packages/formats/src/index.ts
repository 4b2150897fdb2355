export { agendaOf, formats } from './formats.ts'
export type { Format } from './formats.ts'
export { readFormat } from './schema.ts'
