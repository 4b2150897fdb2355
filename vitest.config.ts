import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Ends a test that hangs. No verdict on speed: the machine may be busy with something else.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: [
      'packages/*/src/**/*.test.ts',
      'server/src/**/*.test.ts',
      'client/src/**/*.test.{ts,tsx}',
    ],
  },
})
