/** How thick letters are. */
export type Weight = 'regular' | 'bold'

/** How wide words are in the letters of a document, in points. */
export interface Letters {
  widthOf(words: string, size: number, weight: Weight): number
}

/** One line of a paragraph. */
export interface Line {
  /** What stands on the line. */
  readonly text: string
  readonly paragraph: string
  /** Which part of its paragraph it is: from, and just behind the last letter. */
  readonly start: number
  readonly end: number
}

/** Breaks words into lines no wider than a width, between words; a longer word is cut, with a hyphen. */
export function linesIn(
  words: string,
  width: number,
  { size, weight }: { readonly size: number; readonly weight: Weight },
  letters: Letters,
): readonly Line[] {
  const widthOf = (text: string): number => letters.widthOf(text, size, weight)
  return words.split('\n').flatMap((paragraph) => {
    const lines: Line[] = []
    let start = 0
    let end = 0
    let used = 0
    const close = (hyphen: string): void => {
      if (end === start) return
      const text = paragraph.slice(start, end).trimEnd() + hyphen
      lines.push({ text, paragraph, start, end })
      start = end
      used = 0
    }
    for (const { index, 0: word } of paragraph.matchAll(/\S+\s*/g)) {
      const letterCount = word.trimEnd().length
      const wide = widthOf(word.slice(0, letterCount))
      if (used > 0 && used + wide > width) close('')
      start = used === 0 ? index : start
      if (wide > width) {
        for (const cut of cutsIn(word.slice(0, letterCount), width, widthOf)) {
          end = index + cut
          close('-')
        }
      }
      end = index + word.length
      used += widthOf(paragraph.slice(Math.max(index, start), end))
    }
    close('')
    return lines
  })
}

/** Where a word that is wider than a line is cut: at least one sign on each, and none in halves. */
function cutsIn(word: string, width: number, widthOf: (text: string) => number): readonly number[] {
  const cuts: number[] = []
  let start = 0
  let end = 0
  for (const letter of word) {
    if (end > start && widthOf(`${word.slice(start, end)}${letter}-`) > width) {
      cuts.push(end)
      start = end
    }
    end += letter.length
  }
  return cuts
}
