import { existsSync } from 'node:fs'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser to test with: `STIP_BROWSER`, else the system's; undefined means Playwright's own. */
export const browserPath: string | undefined =
  process.env['STIP_BROWSER'] ?? known.find((path) => existsSync(path))
