import { expect, it } from 'vitest'
import type { ConnectionFacts } from './status.ts'
import { statusOf } from './status.ts'

it.each<[string, Partial<ConnectionFacts>]>([
  ['saved', {}],
  ['saving', { unsavedCount: 1 }],
  ['syncing', { isInStep: false }],
  ['syncing', { isInStep: false, unsavedCount: 3 }],
  ['read-only', { access: 'read' }],
  ['read-only', { access: 'paused', unsavedCount: 3 }],
  ['offline', { line: 'lost', unsavedCount: 3 }],
  ['connecting', { line: 'first-try', isInStep: false }],
  ['closed', { isClosed: true, line: 'lost' }],
  ['damaged', { isDamaged: true, isClosed: true, line: 'lost' }],
  ['refused', { isRefused: true, isClosed: true, line: 'lost' }],
])('[K2] says %j for %j', (status, facts) => {
  expect(statusOf({ ...allIsWell, ...facts })).toBe(status)
})

const allIsWell: ConnectionFacts = {
  isClosed: false,
  isDamaged: false,
  isRefused: false,
  line: 'open',
  isInStep: true,
  access: 'write',
  unsavedCount: 0,
}
