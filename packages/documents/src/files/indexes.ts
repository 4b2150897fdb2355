const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * Indexes in rising order directly behind one, as tldraw takes them: three more digits in base 62,
 * and one that is no zero, because no index may end in a zero.
 */
export function indexesBehind(index: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, place) => {
    const [high, middle, low] = [Math.floor(place / 3844), Math.floor(place / 62) % 62, place % 62]
    return `${index}${digits[high] ?? 'z'}${digits[middle] ?? 'z'}${digits[low] ?? 'z'}V`
  })
}
