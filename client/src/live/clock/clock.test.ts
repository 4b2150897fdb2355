import { describe, expect, it } from 'vitest'
import { countdownText } from './clock.ts'

describe('the countdown', () => {
  it('reads as on a kitchen timer', () => {
    expect(countdownText(760_000)).toBe('12:40')
    expect(countdownText(5000)).toBe('0:05')
    expect(countdownText(0)).toBe('0:00')
  })

  it('counts a second as long as any of it is left', () => {
    expect(countdownText(59_001)).toBe('1:00')
    expect(countdownText(1)).toBe('0:01')
  })

  it('says by how much time was exceeded', () => {
    expect(countdownText(-90_000)).toBe('-1:30')
    expect(countdownText(-500)).toBe('0:00')
  })
})
