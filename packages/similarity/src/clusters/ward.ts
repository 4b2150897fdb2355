interface Merge {
  readonly one: number
  readonly other: number
  readonly height: number
}

/**
 * Ward's method (J.H. Ward, 1963) over squared distances, with chains of nearest neighbours
 * (F. Murtagh, 1983), which takes time with the square of how many there are.
 *
 * @param distances - Squared distance of each two places, `count` × `count`; written over.
 * @returns For each place the number of its cluster, from 0, in order of first appearance.
 */
export function ward(distances: Float64Array, count: number, clusters: number): readonly number[] {
  const merges = mergesOf(distances, count).toSorted(
    (a, b) => a.height - b.height || a.one - b.one || a.other - b.other,
  )
  const parent = Array.from({ length: count }, (_, place) => place)
  const rootOf = (place: number): number => {
    let root = place
    while (parent[root] !== root) root = parent[root] ?? root
    return root
  }
  for (const { one, other } of merges.slice(0, Math.max(0, count - clusters))) {
    const [a, b] = [rootOf(one), rootOf(other)]
    parent[Math.max(a, b)] = Math.min(a, b)
  }
  const numbers = new Map<number, number>()
  return parent.map((_, place) => {
    const root = rootOf(place)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  })
}

function mergesOf(distances: Float64Array, count: number): Merge[] {
  const sizes = Array.from({ length: count }, () => 1)
  const left = new Set(sizes.keys())
  const at = (a: number, b: number): number => distances[a * count + b] ?? 0
  const merges: Merge[] = []
  const chain: number[] = []
  while (left.size > 1) {
    if (chain.length === 0) chain.push(Math.min(...left))
    const top = chain.at(-1) ?? 0
    const before = chain.at(-2)
    let nearest = before ?? -1
    let height = before === undefined ? Infinity : at(top, before)
    for (const other of left) {
      if (other !== top && at(top, other) < height) {
        height = at(top, other)
        nearest = other
      }
    }
    if (nearest !== before) {
      chain.push(nearest)
      continue
    }
    chain.length -= 2
    const [keep, gone] = [Math.min(top, nearest), Math.max(top, nearest)]
    merges.push({ one: keep, other: gone, height })
    left.delete(gone)
    for (const other of left) {
      if (other === keep) continue
      const [a, b, c] = [sizes[keep] ?? 1, sizes[gone] ?? 1, sizes[other] ?? 1]
      const joined =
        ((a + c) * at(keep, other) + (b + c) * at(gone, other) - c * height) / (a + b + c)
      distances[keep * count + other] = joined
      distances[other * count + keep] = joined
    }
    sizes[keep] = (sizes[keep] ?? 1) + (sizes[gone] ?? 1)
  }
  return merges
}
