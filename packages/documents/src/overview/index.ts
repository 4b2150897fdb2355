/** A board seen as a whole: an entry of its own, so that pages with one board in the hand fetch none of it. */
export { countKeyCards } from './count-key-cards.ts'
export { miniatureOf } from './miniature.ts'
export type { Miniature } from './miniature.ts'
