import { describe, expect, it } from 'vitest'
import { statusText } from './status-text.ts'

describe('what the pill says', () => {
  it('says "Opgeslagen" only when the server confirmed everything', () => {
    expect(statusText({ kind: 'saved', unsavedCount: 0 }, 'write').text).toBe('Opgeslagen')
    expect(statusText({ kind: 'saving', unsavedCount: 1 }, 'write').text).not.toContain(
      'Opgeslagen',
    )
  })

  it('names what waits on this device when there is no connection', () => {
    expect(statusText({ kind: 'offline', unsavedCount: 14 }, 'write').text).toBe(
      'Geen verbinding. Bewaard op dit apparaat · 14 wijzigingen wachten',
    )
    expect(statusText({ kind: 'connecting', unsavedCount: 1 }, 'write').text).toBe(
      'Bewaard op dit apparaat · 1 wijziging wacht',
    )
  })

  it('promises nothing where this device keeps nothing', () => {
    for (const kind of ['offline', 'connecting'] as const) {
      expect(statusText({ kind, unsavedCount: 2 }, 'write', false).text).toBe(
        'Geen verbinding · 2 wijzigingen wachten. Laat deze pagina open.',
      )
    }
  })

  it('does not tell a reader that something was saved', () => {
    expect(statusText({ kind: 'saved', unsavedCount: 0 }, 'read').text).toBe('Meekijken')
  })
})
