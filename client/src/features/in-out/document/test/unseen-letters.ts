import type { OtherLetters } from '../paper/paper-letters.ts'

/** Other letters without a screen: as wide as they may be, and not to be seen. */
export const unseenLetters: OtherLetters = {
  widthOf: (words, size) => words.length * size * 0.6,
  picture: () => undefined,
}
