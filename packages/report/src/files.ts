export { sealed, sha256 } from './canonical/hash.ts'
export type { Sealed } from './canonical/hash.ts'
export type { Means, Typefaces } from './writers/means.ts'
export { writeDocument } from './writers/write-document.ts'
