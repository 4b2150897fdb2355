import { expect, it } from 'vitest'
import { dearTestsOf } from './changed.mjs'

it('of what is dear only tests of the file itself are run', () => {
  const changed = [
    'server/src/routes/sessions/feed.ts',
    'server/src/routes/schemas.ts',
    'client/src/canvas/note/note.tsx',
    'client/src/canvas/note/note.css',
    'packages/workshop/src/clock/clock.ts',
  ]
  const there = new Set([
    'server/src/routes/sessions/feed.test.ts',
    'client/src/canvas/note/note.test.tsx',
    'packages/workshop/src/clock/clock.test.ts',
  ])
  expect(dearTestsOf(changed, (file) => there.has(file))).toEqual([
    'server/src/routes/sessions/feed.test.ts',
    'client/src/canvas/note/note.test.tsx',
  ])
})

it('a test that changed is run once, and no history of chance', () => {
  const changed = ['server/src/a.test.ts', 'server/src/a.ts', 'server/src/b.fuzz.test.ts']
  expect(dearTestsOf(changed, (file) => !file.endsWith('tsx'))).toEqual(['server/src/a.test.ts'])
})
