/** A figure, and what it should be. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The most, or with `atLeast` the least, that it may be; without either it only informs. */
  readonly atMost?: number
  readonly atLeast?: number
}

/** The smallest value that at least `share` of all values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const ascending = Float64Array.from(values).toSorted()
  const value = ascending[Math.max(1, Math.ceil(share * ascending.length)) - 1]
  if (value === undefined) throw new Error('There is nothing to measure.')
  return value
}

/** All figures as a table in Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, atMost, atLeast }) => {
    const goal =
      atMost === undefined ? (atLeast === undefined ? '' : `≥ ${atLeast}`) : `≤ ${atMost}`
    return `| ${name} | ${rounded(value)} ${unit} | ${goal} |`
  })
  return ['| what | measured | goal |', '| --- | --- | --- |', ...rows].join('\n')
}

/** A line for every goal: met or missed. */
export function verdictsOn(figures: readonly Figure[]): readonly string[] {
  return figures.flatMap(({ name, value, unit, atMost, atLeast }) => {
    if (atMost === undefined && atLeast === undefined) return []
    const isMet = value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity)
    const goal = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`
    return [`${isMet ? 'met   ' : 'MISSED'} ${name}: ${rounded(value)} ${unit}, ${goal}`]
  })
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(value >= 100 ? 4 : 3)))
}
