export { sealed, sha256 } from './canonical/hash.ts'
export type { Sealed } from './canonical/hash.ts'
