import { expect, it } from 'vitest'
import { aCrowd } from '../../test/a-crowd.ts'
import { SessionParts } from './session-parts.ts'

const around = {
  isConnected: () => true,
  joinCode: () => undefined,
  joinUrl: () => undefined,
  isRehearsing: () => false,
  ballots: () => undefined,
}

it('[F10] keeps little of what screens say that they have, and shares what it keeps', () => {
  const parts = new SessionParts('epoch', around)
  const session = aCrowd(['anna'])
  const asked = { session, actor: { role: 'facilitator' }, revision: 5000, now: 0 } as const
  const key = parts.keyFor(asked)
  const said = (revision: number) => parts.newsFor(asked, { key, revision })?.[0]
  const first = said(1)
  expect(said(1)).toBe(first)
  for (let revision = 2; revision < 1000; revision++) said(revision)
  expect(said(999)).toBe(said(999))
  expect(said(1)).not.toBe(first)
  expect(said(1)?.text).toBe(first?.text)
})
