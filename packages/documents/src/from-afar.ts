/** A board seen as a whole: an entry of its own, so that pages with one board in the hand fetch none of it. */
export { countKeyCards } from './overview/count-key-cards.ts'
export { miniatureOf } from './overview/miniature.ts'
export type { Miniature } from './overview/miniature.ts'
