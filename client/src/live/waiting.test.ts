import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What may wait for somebody else, and the only files that may do so, with the limit they have. */
const waits = {
  'fetch(': {
    pattern: /(?<![\w.])fetch\(/,
    allowed: {
      'client/src/live/requests/limited-fetch.ts': 'the limit of all others',
      'client/src/service-worker.ts': 'stopAfter, where nothing can be imported',
      'client/src/features/in-out/store-images.ts': 'a data: address, which asks nobody',
    },
  },
  'an upload': {
    pattern: /new XMLHttpRequest/,
    allowed: { 'client/src/live/requests/upload-image.ts': 'by progress, and once all is sent' },
  },
  'a socket': {
    pattern: /new WebSocket\(|new EventSource\(/,
    allowed: {
      'client/src/live/feed/use-session-feed.ts': 'firstWordMs and silenceMs of the feed',
    },
  },
  'a board': {
    pattern: /new WebsocketProvider\(/,
    allowed: { 'packages/sync/src/client/board-line.ts': 'heedSilence' },
  },
  'a part of the page': {
    pattern: /(?<!typeof |part\((?:async )?\(\) => [^;]{0,40})(?<![\w.])import\(/,
    allowed: { 'client/src/live/part.ts': 'says so in its comment' },
  },
  'storage of the browser': {
    pattern: /indexedDB\s*\.\s*(?:open|deleteDatabase|databases)\b/,
    allowed: { 'packages/sync/src/client/copy/local-copy.ts': 'within' },
  },
  'caches, locks and other tabs': {
    pattern: /caches\.|navigator\.locks|new BroadcastChannel|new SharedWorker/,
    allowed: { 'client/src/service-worker.ts': 'the browser alone answers' },
  },
  'a worker': { pattern: /new Worker\(/, allowed: {} },
} as const

/** Uses of a clock that people set, and why it has to be that one. */
const clocksThatAreSet = {
  'client/src/live/clock/use-now.ts': 'the time of day',
  'client/src/live/commands/use-commands.ts':
    'beside a steady one, which may stop while a device sleeps',
  'client/src/live/clock/steady-clock.ts': 'says so in its comment',
  'client/src/live/clock/clock.ts': 'the time of day, out of a moment',
  'client/src/features/history/history-panel.tsx':
    'today or yesterday, beside moments of the server',
  'client/src/features/history/provenance-panel.tsx': 'the same',
  'client/src/canvas/presence/follow.ts': 'tldraw compares it with Date.now itself',
  'packages/sync/src/client/socket/heed-silence.ts':
    'y-protocols renews by it: to notice that it was set',
}

describe('nobody waits without a limit', () => {
  it.each(Object.entries(waits))('for %s', (_, { pattern, allowed }) => {
    expect(filesWith(pattern)).toEqual(Object.keys(allowed).toSorted())
  })
})

it('what lasts is measured by a clock that nobody sets', () => {
  expect(filesWith(/Date\.now|new Date\b|Date\(\)/)).toEqual(
    Object.keys(clocksThatAreSet).toSorted(),
  )
})

function filesWith(pattern: RegExp): string[] {
  return ['client/src', 'packages/sync/src/client']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.split(path.sep).join('/')}`,
      ),
    )
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\/(?:test|bench)\//.test(name))
    .filter((name) => pattern.test(readFileSync(path.join(root, name), 'utf8')))
    .toSorted()
}
