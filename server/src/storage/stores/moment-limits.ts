/** How much of one board is kept. */
export interface MomentLimits {
  readonly moments: number
  /** In bytes, as stored. */
  readonly bytes: number
}

/** An evening has about forty; a board of 500 notes takes about 20 KB each time. */
export const usualMomentLimits: MomentLimits = { moments: 150, bytes: 24 * 1024 * 1024 }

/** A moment, as far as it matters for what is kept. */
interface Kept {
  readonly number: number
  /** Why it was kept. */
  readonly kind: string
  readonly bytes: number
}

/**
 * Which moments go when there are too many, or too large ones: those of ten minutes and of restores first.
 * Never the newest: that is the way back from whatever happens next.
 *
 * @param moments - The oldest first.
 */
export function superfluous(moments: readonly Kept[], limits: MomentLimits): readonly number[] {
  const isTelling = ({ kind }: Kept): boolean => kind !== 'minutes' && kind !== 'restore'
  const old = moments.slice(0, -1)
  const order = [...old.filter((each) => !isTelling(each)), ...old.filter(isTelling)]
  let count = moments.length
  let bytes = moments.reduce((sum, moment) => sum + moment.bytes, 0)
  const gone: number[] = []
  for (const moment of order) {
    if (count <= limits.moments && bytes <= limits.bytes) break
    gone.push(moment.number)
    count--
    bytes -= moment.bytes
  }
  return gone
}
