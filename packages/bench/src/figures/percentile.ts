/**
 * The smallest value that at least `share` of all values do not exceed (nearest rank).
 *
 * @param share - Between 0 and 1: 0.99 for p99.
 * @returns undefined when there are no values.
 */
export function percentile(values: readonly number[], share: number): number | undefined {
  if (values.length === 0) return undefined
  const ascending = Float64Array.from(values).toSorted()
  const rank = Math.max(1, Math.ceil(share * ascending.length))
  return ascending[Math.min(rank, ascending.length) - 1]
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  const ascending = Float64Array.from(values).toSorted()
  const half = ascending.length / 2
  const upper = ascending[Math.floor(half)] ?? 0
  return Number.isInteger(half) ? ((ascending[half - 1] ?? 0) + upper) / 2 : upper
}
