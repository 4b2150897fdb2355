import { expect } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { Evening } from '../support/evening.ts'
import { patience } from '../support/patience.ts'
import { startServer } from '../support/stip-server.ts'
import type { StipServer } from '../support/stip-server.ts'
import { sizeOf } from './chunks.ts'
import { percentile } from './figures.ts'
import type { Figure } from './figures.ts'
import { onSlowLine } from './slow-line.ts'

const RUNS = 3
const screen = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** What one person's phone did between the QR code and a note that is on the server's disk. */
interface Visit {
  readonly seconds: number
  readonly bytes: number
  /** JavaScript until the note was sent, in KB of gzip. */
  readonly scripts: number
}

/**
 * Somebody scans the QR code, says who they are, and writes: on a phone with nothing kept, over a
 * slow line. First in a step of everybody, then in a step of groups.
 *
 * @param dist - The product as it was built.
 */
export async function phoneFirstNote(browser: Browser, dist: string): Promise<readonly Figure[]> {
  const server = await startServer()
  try {
    const plenary = await visits(browser, server, dist, false)
    const inGroup = await visits(browser, server, dist, true)
    return [
      ...figuresOf('phone: QR to a note that is stored', plenary, 7),
      ...figuresOf('the same, in a group', inGroup, 7),
    ]
  } finally {
    await server.stop()
  }
}

function figuresOf(name: string, all: readonly Visit[], atMost: number): readonly Figure[] {
  const of = (key: keyof Visit): number =>
    percentile(
      all.map((visit) => visit[key]),
      0.5,
    )
  return [
    { name, value: of('seconds'), unit: 's', atMost },
    { name: '… all that came', value: of('bytes') / 1000, unit: 'kB', atMost: 190 },
    {
      name: '… JavaScript of that, gzip',
      value: of('scripts'),
      unit: 'KB',
      atMost: 110,
    },
  ]
}

async function visits(
  browser: Browser,
  server: StipServer,
  dist: string,
  inGroup: boolean,
): Promise<readonly Visit[]> {
  const all: Visit[] = []
  for (let run = 0; run < RUNS; run++) {
    const evening = await Evening.start(server.url, { format: 'bijeenkomst-1-visie' })
    const { joinCode } = await evening.view()
    if (inGroup) {
      await evening.join('Bram')
      await evening.makeGroups()
    }
    const { steps } = await evening.view()
    const position = inGroup ? steps.findIndex(({ kind }) => kind === 'brainstorm') : 0
    await evening.command({ type: 'go-to-step', position })
    const context = await browser.newContext({ locale: 'nl-NL', ...screen })
    all.push(await firstNote(context, `${server.origin}/doe-mee#${joinCode}`, dist))
    await context.close()
  }
  return all
}

async function firstNote(context: BrowserContext, address: string, dist: string): Promise<Visit> {
  const page = await context.newPage()
  page.setDefaultTimeout(patience.act)
  const came = await onSlowLine(await context.newCDPSession(page))
  const from = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByLabel('Je naam').fill('Anna')
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('radio', { name: 'Bewoner', exact: true }).check()
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await writeNote(page, 'Een bankje bij de speeltuin')
  const seconds = (performance.now() - from) / 1000
  // What comes after the note was sent is for reading.
  const sent = came.files.findIndex(({ url }) => url.endsWith('/notes?as=participant'))
  const scripts = came.files
    .slice(0, sent)
    .flatMap(({ url }) => /\/assets\/([^/?]+\.js)$/.exec(url)?.[1] ?? [])
  return { seconds, bytes: came.bytes, scripts: sizeOf(dist, [...new Set(scripts)]) }
}

async function writeNote(page: Page, words: string): Promise<void> {
  const goOn = page.getByRole('button', { name: 'Naar het bord' })
  const field = page.getByRole('textbox', { name: 'Schrijf hier' })
  await expect(goOn.or(field).first()).toBeVisible({ timeout: patience.look })
  if (await goOn.isVisible()) await goOn.click()
  await field.fill(words)
  await page.getByRole('button', { name: 'Stuur' }).click()
  await expect(page.getByText('Opgeslagen', { exact: true })).toBeVisible({
    timeout: patience.look,
  })
}
