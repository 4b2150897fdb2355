import type { Vectors } from './vectors.ts'

const ROUNDS = 5

/**
 * Lets every note go to the group whose middle it is nearest to, a few times (k-means after S. Lloyd,
 * 1957): what was joined early may belong elsewhere by the end. No group loses its last note.
 */
export function settled(
  { keys, values, size }: Vectors,
  groups: readonly number[],
  count: number,
): readonly number[] {
  const now = [...groups]
  const nearness = (place: number, middle: Float64Array): number => {
    const [own, its] = [keys[place]!, values[place]!]
    let sum = 0
    for (let at = 0; at < own.length; at++) sum += its[at]! * middle[own[at]!]!
    return sum
  }
  for (let round = 0; round < ROUNDS; round++) {
    const members = Array.from({ length: count }, () => 0)
    for (const group of now) members[group]! += 1
    const middles = middlesOf({ keys, values, size }, now, count)
    let moved = 0
    for (const [place, group] of now.entries()) {
      let best = group
      let most = -1
      for (const [other, middle] of middles.entries()) {
        const near = nearness(place, middle)
        if (near > most) {
          most = near
          best = other
        }
      }
      if (best === group || members[group] === 1) continue
      members[group]! -= 1
      members[best]! += 1
      now[place] = best
      moved++
    }
    if (moved === 0) break
  }
  return now
}

/** The middle of every group, as a direction. */
function middlesOf(
  { keys, values, size }: Vectors,
  groups: readonly number[],
  count: number,
): readonly Float64Array[] {
  const middles = Array.from({ length: count }, () => new Float64Array(size))
  for (const [place, group] of groups.entries()) {
    const [own, its, middle] = [keys[place]!, values[place]!, middles[group]!]
    for (let at = 0; at < own.length; at++) middle[own[at]!]! += its[at]!
  }
  for (const middle of middles) {
    let squares = 0
    for (const value of middle) squares += value * value
    const length = Math.sqrt(squares) || 1
    for (let key = 0; key < size; key++) middle[key]! /= length
  }
  return middles
}
