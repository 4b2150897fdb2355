import type { SessionView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import type { Press } from './command-sender.ts'
import { expectedView, type Expect } from './expected-view.ts'

const view = { sessionRevision: 5, title: 'A' } as unknown as SessionView
const expectTitle: Expect = (command, shown) =>
  command.type === 'rename-session' ? { ...shown, title: shown.title + command.title } : shown

describe('what a screen expects', () => {
  it('is what was told, with what was pressed since, in order', () => {
    const pending = [renamed('B', undefined), renamed('C', 7)]
    expect(expectedView(view, pending, expectTitle).title).toBe('ABC')
  })

  it('is what was told once that has what was pressed in it', () => {
    expect(expectedView(view, [renamed('B', 5)], expectTitle)).toBe(view)
    expect(expectedView(view, [], expectTitle)).toBe(view)
  })
})

function renamed(title: string, revision: number | undefined): Press {
  return { command: { type: 'rename-session', title }, seenRevision: 5, revision, at: [0] }
}
