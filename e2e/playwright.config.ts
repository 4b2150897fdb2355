import { defineConfig } from '@playwright/test'
import { browserParameters, findBrowser } from '@stip/launcher/browser'
import { patience } from './support/patience.ts'
import { hostName } from './support/stip-server.ts'

const browser = findBrowser()
const withoutBrowser = ['a-long-silence.spec.ts', 'other-clients.spec.ts']

/** Whole workshops in real browsers. Every worker starts a server of its own. */
export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 3,
  projects: [
    // Two at most: every journey opens several browsers.
    { name: 'browsers', testIgnore: withoutBrowser, workers: 2 },
    // Beside them, what asks little of a machine; one of these is silent for more than a minute.
    { name: 'programs', testMatch: withoutBrowser, workers: 1 },
  ],
  timeout: patience.journey,
  expect: { timeout: patience.look },
  reporter: [['list']],
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    actionTimeout: patience.act,
    // Without its film: that costs a quarter of all the work, and the pages themselves are in it.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      // Without a path Playwright takes the one that it installed itself.
      ...(browser.kind === 'program' ? { executablePath: browser.path } : {}),
      args: [
        // Everything has to work over plain http on a name that is not localhost.
        `--host-resolver-rules=MAP ${hostName} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
        ...browserParameters(),
      ],
    },
  },
})
