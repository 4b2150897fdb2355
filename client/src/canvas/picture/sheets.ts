/** A part of a board; in board units. */
export interface Sheet {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** How large a sheet may be. */
export interface SheetLimit {
  readonly w: number
  readonly h: number
}

/** Cuts are made in this middle part of a side. */
const MIDDLE = 0.4

/**
 * A board in sheets that are no larger than a limit, in the order in which one reads. Cuts go
 * between things, as far as there is room between them: through as few as can be.
 *
 * @param boxes - What stands on the board; what is larger than a sheet is cut without regret.
 */
export function sheetsOf(whole: Sheet, boxes: readonly Sheet[], limit: SheetLimit): Sheet[] {
  const isTooWide = whole.w > limit.w
  const isTooHigh = whole.h > limit.h
  if (!isTooWide && !isTooHigh) return [whole]
  const mine = boxes.filter((box) => isWithin(box, whole))
  if (mine.length === 0) return []
  const acrossFirst = isTooWide && (!isTooHigh || whole.w / limit.w > whole.h / limit.h)
  const [from, length] = acrossFirst ? [whole.x, whole.w] : [whole.y, whole.h]
  const largest = acrossFirst ? limit.w : limit.h
  const spans = mine
    .map((box): Span => (acrossFirst ? [box.x, box.x + box.w] : [box.y, box.y + box.h]))
    .filter(([start, end]) => end - start <= largest)
  const cut = bestCut(from, length, spans)
  const [one, other] = acrossFirst
    ? [
        { ...whole, w: cut - whole.x },
        { ...whole, x: cut, w: whole.x + whole.w - cut },
      ]
    : [
        { ...whole, h: cut - whole.y },
        { ...whole, y: cut, h: whole.y + whole.h - cut },
      ]
  return [...sheetsOf(one, mine, limit), ...sheetsOf(other, mine, limit)]
}

type Span = readonly [start: number, end: number]

/** Where a side is cut: in its middle part, through as few things as can be, else nearest to the middle. */
function bestCut(from: number, length: number, spans: readonly Span[]): number {
  const middle = from + length / 2
  const reach = (length * MIDDLE) / 2
  const places = [middle, ...spans.flat()].filter((place) => Math.abs(place - middle) <= reach)
  let best = middle
  let fewest = Infinity
  for (const place of places) {
    const count = spans.filter(([start, end]) => start < place && place < end).length
    const isNearer = Math.abs(place - middle) < Math.abs(best - middle)
    if (count < fewest || (count === fewest && isNearer)) [best, fewest] = [place, count]
  }
  return best
}

/** Whether any of a box is on a sheet. */
export function isWithin(box: Sheet, { x, y, w, h }: Sheet): boolean {
  return box.x < x + w && x < box.x + box.w && box.y < y + h && y < box.y + box.h
}
