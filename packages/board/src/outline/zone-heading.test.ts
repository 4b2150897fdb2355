import { describe, expect, it } from 'vitest'
import { zoneRecord } from '../zone.ts'
import { freeRoom } from './zone-heading.ts'

describe('[Z8] the room below the words of a zone', () => {
  it('[Z8] begins below a question whose long words each begin a line', () => {
    const three = topOf('Rol, taak en verantwoordelijkheid van de gemeente')
    // As in `zone.css`: a line of a question is 39 board pixels high.
    expect(three - topOf('Eén zin')).toBe(2 * 39)
    expect(three).toBeGreaterThan(24 + 44 * 1.2 + 6 + 3 * 39)
  })

  it('[Z8] begins below a word that is longer than a line', () => {
    expect(topOf('verantwoordelijkheidsverdelingsoverleg')).toBe(topOf('Eén zin') + 39)
  })
})

function topOf(question: string): number {
  const place = { x: 0, y: 0, w: 550, h: 1200 } as const
  const look = { color: 'green', style: 'area', letter: '', index: 'Y00' } as const
  const zone = { ...place, ...look, id: 'shape:bieden', title: 'Dit bieden wij', question } as const
  return freeRoom(zoneRecord(zone)).y
}
