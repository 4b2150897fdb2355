import { plain } from './words.ts'
import oppositions from './zones.json' with { type: 'json' }

/**
 * Whether the same words in these two zones say the reverse: 'los' and 'vast', 'Wat gaat goed' and
 * 'Wat gaat niet goed'. A zone is on the side of the longest words that it has of either side.
 */
export function areOpposing(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return false
  const [left, right] = [nameOf(one), nameOf(other)]
  return oppositions.some((sides) => {
    const [a, b] = [sideOf(left, sides), sideOf(right, sides)]
    return a !== undefined && b !== undefined && a !== b
  })
}

function nameOf(zone: string): string {
  return ` ${plain(zone.replace(/[-_]/g, ' '))
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()} `
}

function sideOf(zone: string, sides: readonly (readonly string[])[]): number | undefined {
  const lengths = sides.map((words) =>
    Math.max(0, ...words.filter((word) => zone.includes(` ${word} `)).map((word) => word.length)),
  )
  const longest = Math.max(...lengths)
  return longest === 0 || lengths[0] === lengths[1] ? undefined : lengths.indexOf(longest)
}
