import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Ends a test that hangs. No verdict on speed: the machine may be busy with something else.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest gives up after one second by itself.
    expect: { poll: { timeout: 20_000, interval: 10 } },
    include: [
      'packages/*/src/**/*.test.ts',
      'server/src/**/*.test.ts',
      'client/src/**/*.test.{ts,tsx}',
    ],
  },
})
