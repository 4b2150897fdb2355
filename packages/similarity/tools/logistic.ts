/** Something that is the same or not, with what speaks for it; the first value is 1. */
export interface Example {
  readonly values: readonly number[]
  readonly isSame: boolean
  readonly weight: number
  /** What is decided beforehand. */
  readonly offset: number
}

/** Keeps weights small that little depends on (ridge). */
const RIDGE = 2
const ROUNDS = 15

/** Logistic regression by Newton's method (iteratively reweighted least squares). */
export function fitted(examples: readonly Example[]): readonly number[] {
  const count = examples[0]?.values.length ?? 0
  let weights: readonly number[] = Array.from({ length: count }, () => 0)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, place) => (place === 0 ? 0 : -RIDGE * weight))
    const bend = Array.from({ length: count }, (_, row) =>
      Array.from({ length: count }, (_one, column) => (row === column ? (row ? RIDGE : 1e-6) : 0)),
    )
    for (const { values, isSame, weight, offset } of examples) {
      const chance = 1 / (1 + Math.exp(-(offset + sumOf(values, weights))))
      const error = weight * (Number(isSame) - chance)
      const spread = weight * chance * (1 - chance)
      for (const [row, value] of values.entries()) {
        slope[row]! += error * value
        for (const [column, other] of values.entries())
          bend[row]![column]! += spread * value * other
      }
    }
    const step = solved(bend, slope)
    weights = weights.map((weight, place) => weight + (step[place] ?? 0))
  }
  return weights
}

function sumOf(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0)
}

/** Gauss-Jordan with the largest pivot first. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, place) => [...row, right[place] ?? 0])
  for (const at of rows.keys()) {
    const rest = rows.slice(at).map((row) => Math.abs(row[at] ?? 0))
    const pivot = at + rest.indexOf(Math.max(...rest))
    const top = rows[pivot] ?? []
    ;[rows[at], rows[pivot]] = [top, rows[at] ?? []]
    for (const [other, row] of rows.entries()) {
      const factor = (row[at] ?? 0) / (top[at] ?? 1)
      if (other === at || factor === 0) continue
      for (let column = at; column < row.length; column++)
        row[column]! -= factor * (top[column] ?? 0)
    }
  }
  return rows.map((row, place) => (row.at(-1) ?? 0) / (row[place] ?? 1))
}
