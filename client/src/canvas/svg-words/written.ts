/** Words on one line that look alike, where a browser put them; lengths in px, from the corner of their box. */
export interface Fragment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Where the letters stand, from the top of the box. */
  readonly baseline: number
  /** Which paragraph it belongs to: words of two paragraphs never share a line. */
  readonly paragraph: number
  readonly look: Look
  /** How lines of its paragraph lie. */
  readonly align: Align
  readonly isRightToLeft: boolean
}

export type Align = 'start' | 'middle' | 'end'

/** How words look; colours as CSS writes them. */
export interface Look {
  readonly size: number
  readonly family?: string
  readonly weight: string
  readonly isItalic: boolean
  readonly color: string
  /** 'underline', 'line-through', both, or nothing. */
  readonly decoration: string
  /** The colour of a highlighter behind the words. */
  readonly marked?: string
  /** Whether a rim of paper around the letters keeps them apart from what lies below. */
  readonly hasRim?: boolean
}

/** A line of words as SVG can write it: one place, and runs behind each other. */
export interface Line {
  readonly x: number
  readonly baseline: number
  readonly anchor: Align
  readonly isRightToLeft: boolean
  readonly runs: readonly { readonly text: string; readonly look: Look }[]
  readonly marks: readonly Mark[]
}

/** What a highlighter left behind words. */
interface Mark {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly color: string
}

/** Letters of one line stand equally high, but for what a browser rounds. */
const SAME_LINE = 1

/**
 * Lines out of what a browser laid out, in the order in which it is read.
 *
 * Another reader has other letters, which are a little wider or narrower. So a line is held where it
 * is aligned: in its middle, at its left or at its right. A line in which words look different begins
 * at its left, because LibreOffice aligns each of its parts by itself. What runs from right to left
 * is held in its middle, part by part: LibreOffice takes its beginning for its end, and puts parts
 * behind each other from left to right.
 */
export function linesOf(fragments: readonly Fragment[]): readonly Line[] {
  const lines: Fragment[][] = []
  for (const fragment of fragments) {
    const open = lines.at(-1)
    const [first] = open ?? []
    const goesOn = first !== undefined && !first.isRightToLeft && isOnOneLine(first, fragment)
    if (goesOn) open?.push(fragment)
    else lines.push([fragment])
  }
  return lines
    .map(withoutSpacesBehind)
    .filter((line) => line.length > 0)
    .map(lineOf)
}

function isOnOneLine(one: Fragment, other: Fragment): boolean {
  return one.paragraph === other.paragraph && Math.abs(one.baseline - other.baseline) <= SAME_LINE
}

function withoutSpacesBehind(fragments: readonly Fragment[]): readonly Fragment[] {
  return fragments.slice(0, fragments.findLastIndex(({ text }) => text.trim() !== '') + 1)
}

function lineOf(fragments: readonly Fragment[]): Line {
  const left = Math.min(...fragments.map((each) => each.left))
  const right = Math.max(...fragments.map((each) => each.right))
  const [first] = fragments as [Fragment]
  const runs = runsOf(fragments)
  const anchor = first.isRightToLeft ? 'middle' : runs.length > 1 ? 'start' : first.align
  return {
    x: { start: left, middle: (left + right) / 2, end: right }[anchor],
    baseline: first.baseline,
    anchor,
    isRightToLeft: first.isRightToLeft,
    runs,
    marks: fragments.flatMap(({ look: { marked }, ...box }) =>
      marked === undefined
        ? []
        : [
            {
              x: box.left,
              y: box.top,
              width: box.right - box.left,
              height: box.bottom - box.top,
              color: marked,
            },
          ],
    ),
  }
}

/** What looks alike and follows each other is one. */
function runsOf(fragments: readonly Fragment[]): Line['runs'] {
  const runs: { text: string; readonly look: Look }[] = []
  for (const { text, look } of fragments) {
    const open = runs.at(-1)
    if (open?.look === look) open.text += text
    else runs.push({ text, look })
  }
  return runs
}
