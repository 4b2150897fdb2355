import { describe, expect, it } from 'vitest'
import { momentWords } from './moment-words.ts'

const evening = new Date(2026, 4, 12, 19, 42).getTime()

describe('a moment in words', () => {
  it('says when and why', () => {
    const moment = { number: 1, at: evening, canPreview: true }
    const later = evening + 3_600_000
    expect(momentWords({ ...moment, reason: { kind: 'step', title: 'Loslaten' } }, later)).toBe(
      '19:42 · Einde van “Loslaten”',
    )
    expect(momentWords({ ...moment, reason: { kind: 'step', title: '' } }, later)).toBe(
      '19:42 · Voor de eerste stap',
    )
    expect(momentWords({ ...moment, reason: { kind: 'merge', number: 2 } }, later)).toBe(
      '19:42 · Samengevoegd (keer 2)',
    )
  })

  it('names the day when it was not today', () => {
    const moment = { number: 1, at: evening, canPreview: true, reason: { kind: 'end' } as const }
    expect(momentWords(moment, evening + 3 * 86_400_000)).toBe(
      'dinsdag 12 mei, 19:42 · Einde van de bijeenkomst',
    )
  })
})
