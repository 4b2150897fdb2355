import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { browserParameters, findBrowser } from '@stip/launcher/browser'
import { hostName } from '../support/stip-server.ts'
import { serveBenchPage } from './bench-page.ts'
import { canvasSize, listPageSize } from './chunks.ts'
import { drawingTogether } from './drawing-together.ts'
import { tableOf, verdictsOn } from './figures.ts'
import type { Figure } from './figures.ts'
import { laptopJoin } from './laptop.ts'
import { onePage } from './one-page.ts'
import { phoneFirstNote } from './phone.ts'
import { visionPicture } from './vision-picture.ts'

// Measures the board in a browser: `npm run bench:client`. A missed goal is a figure; only what
// cannot be measured is a failure.

const dist = fileURLToPath(new URL('../../client/dist', import.meta.url))

/**
 * `--only 'one page'` measures that part, `--png` the picture of a full vision, `--phone` what a phone
 * does until its first note is stored, `--laptop` what a laptop does until its board can be drawn on,
 * with `--beside FOLDER` by turns with another checkout that was built.
 */
const parts: Readonly<Record<string, string>> = {
  '--png': 'the picture',
  '--phone': 'a phone',
  '--laptop': 'a laptop',
}
const only =
  Object.entries(parts).find(([option]) => process.argv.includes(option))?.[1] ?? after('--only')
const figures: Figure[] = []
const failures: string[] = []

const barePage = await serveBenchPage()
const browser = await launch()
await measure('the canvas', async () => canvasSize(dist))
await measure('the list page', async () => listPageSize(dist))
await measure('a phone', () => phoneFirstNote(browser, dist))
await measure('a laptop', () => laptopJoin(browser, after('--beside')))
await measure('one page', () => onePage(browser, barePage.url))
await measure('the picture', () => visionPicture(browser, barePage.url))
for (const count of [500, 2000]) {
  await measure(`${count} notes`, () => drawingTogether({ browser, barePage: barePage.url }, count))
}
await browser.close()
barePage.close()

const model = cpus()[0]?.model ?? 'unknown processor'
say(`\n${model}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}\n`)
say(tableOf(figures))
say(`\n${verdictsOn(figures).join('\n')}`)
for (const failure of failures) process.stderr.write(`\nCould not measure ${failure}\n`)
process.exitCode = failures.length > 0 ? 1 : 0

/** What stands behind an option. */
function after(option: string): string | undefined {
  const place = process.argv.indexOf(option)
  return place === -1 ? undefined : process.argv[place + 1]
}

async function measure(name: string, work: () => Promise<readonly Figure[]>): Promise<void> {
  if (only !== undefined && name !== only) return
  process.stderr.write(`${name} …\n`)
  try {
    figures.push(...(await work()))
  } catch (error) {
    failures.push(`${name}: ${told(error)}`)
  }
}

/** An error with what caused it: a failed request tells nothing else. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined
    ? String(error)
    : `${String(error)}, because: ${told(error.cause)}`
}

function launch(): Promise<Browser> {
  const found = findBrowser()
  return chromium.launch({
    ...(found.kind === 'program' ? { executablePath: found.path } : {}),
    args: [
      `--host-resolver-rules=MAP ${hostName} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      ...browserParameters(),
    ],
  })
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
