import { describe, expect, it } from 'vitest'
import { linesOf } from './fit.ts'

describe('[V2] the lines that words take', () => {
  it('[V2] breaks between words, and long words within', () => {
    expect(linesOf('Wij', 10, 100)).toBe(1)
    expect(linesOf('Wij vragen eerst hoe het wel kan', 10, 100)).toBe(2)
    expect(linesOf('verantwoordelijkheidsverdeling', 10, 100)).toBe(2)
    expect(linesOf('', 10, 100)).toBe(1)
  })

  it('[V2] counts every line that somebody made', () => {
    expect(linesOf('Wij\n\nsamen', 10, 100)).toBe(3)
  })

  it('[V2] takes more lines in larger letters, and never fewer', () => {
    const words = 'De raad stelt vooraf de grenzen en blijft daarna van de uitvoering af.'
    const lines = [20, 30, 40, 50].map((size) => linesOf(words, size, 400))
    expect(lines).toEqual(lines.toSorted((one, other) => one - other))
    expect(lines[0]).toBeLessThan(lines[3] ?? 0)
  })
})
