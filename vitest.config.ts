import { defineConfig } from 'vitest/config'

const everywhere = [
  'packages/*/src/**/*.test.ts',
  'server/src/**/*.test.ts',
  'client/src/**/*.test.{ts,tsx}',
]
/** What needs a page to live in, or modules of Node and clocks that are not the real ones. */
const alone = [
  'client/src/canvas/**/*.test.{ts,tsx}',
  'packages/sync/src/test/**/*.test.ts',
  'server/src/storage/**/*.test.ts',
]

export default defineConfig({
  test: {
    // Ends a test that hangs. No verdict on speed: the machine may be busy with something else.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Vitest gives up after one second by itself.
    expect: { poll: { timeout: 60_000, interval: 10 } },
    // By itself it leaves one core free, which is half of a small machine.
    maxWorkers: '100%',
    // A thread that is started from TypeScript brings WebAssembly along; where the processor guards
    // code pages with keys, V8 now and then loses count of them when such threads end, and the whole
    // process with it (`Check failed: jit_page.has_value()`). The server that ships starts none.
    execArgv: ['--no-memory-protection-keys'],
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        // One worker after the other file: loading the modules took longer than the tests.
        test: { name: 'together', include: everywhere, exclude: alone, isolate: false },
      },
    ],
  },
})
