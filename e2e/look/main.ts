import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { browserParameters, findBrowser } from '@stip/launcher/browser'
import {
  devicesOf,
  FullEvening,
  ownSizes,
  screenNames,
  stepsToLookAt,
} from '../support/full-evening.ts'
import { settled } from '../support/settled.ts'
import { hostName, startServer } from '../support/stip-server.ts'

// Pictures of a full evening: `npm run proefrun -- --screenshots FOLDER`. They are there to be
// looked at; nothing is compared.

const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]

const folder = resolve(process.env['INIT_CWD'] ?? '.', process.argv[2] ?? 'schermen')
/** `7,14` takes only these steps. */
const wanted = new Set((process.argv[3] ?? stepsToLookAt.join(',')).split(',').map(Number))
mkdirSync(folder, { recursive: true })
const found = findBrowser()
const browser = await chromium.launch({
  ...(found.kind === 'program' ? { executablePath: found.path } : {}),
  args: [`--host-resolver-rules=MAP ${hostName} 127.0.0.1`, ...browserParameters()],
})
const server = await startServer()
const evening = await FullEvening.begin(server, devicesOf(browser))
try {
  for (const step of stepsToLookAt.filter((one) => wanted.has(one))) {
    await evening.playTo(step)
    for (const screen of screenNames) {
      const page = evening.pages[screen]
      for (const size of sizes) {
        await page.setViewportSize(size)
        await settled(page)
        const name = `stap-${String(step).padStart(2, '0')}-${screen}-${size.width}.png`
        await page.screenshot({ path: join(folder, name) })
      }
      await page.setViewportSize(ownSizes[screen])
    }
    process.stdout.write(`• stap ${step} staat in ${folder}\n`)
  }
} finally {
  evening.end()
  await browser.close()
  await server.stop()
}
