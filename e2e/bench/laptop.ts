import { expect } from '@playwright/test'
import type { Browser, BrowserContext } from '@playwright/test'
import { Board } from '../people/board.ts'
import { Evening } from '../support/evening.ts'
import { patience } from '../support/patience.ts'
import { startServer } from '../support/stip-server.ts'
import type { StipServer } from '../support/stip-server.ts'
import { percentile } from './figures.ts'
import type { Figure } from './figures.ts'
import { countTasks, taskMs } from './frames.ts'
import { onSlowLine, waterfallOf } from './slow-line.ts'

const RUNS = 3
const screen = { viewport: { width: 1280, height: 720 } }

/** What one laptop did between the address to join and a board that can be drawn on. */
interface Visit {
  readonly seconds: number
  readonly bytes: number
  /** Time of the processor that its main thread took: that depends less on what else the machine does. */
  readonly busyMs: number
}

/**
 * Somebody joins on a laptop while groups work: says who they are and gets a board to draw on, with
 * nothing kept, over the slow line of a full hall.
 *
 * @param beside - Another checkout, built, that is measured by turns with this one.
 */
export async function laptopJoin(
  browser: Browser,
  beside: string | undefined,
): Promise<readonly Figure[]> {
  const ours: Visit[] = []
  const theirs: Visit[] = []
  const server = await startServer()
  const other = beside === undefined ? undefined : await startServer({ root: beside })
  try {
    for (let run = 0; run < RUNS; run++) {
      ours.push(await visit(browser, server, run === 0))
      if (other !== undefined) theirs.push(await visit(browser, other, run === 0))
    }
  } finally {
    await server.stop()
    await other?.stop()
  }
  const figures = figuresOf('laptop: join to a board that can be drawn on', ours)
  if (other === undefined) return figures
  return [
    ...figures,
    ...figuresOf('the same, in the other checkout', theirs),
    {
      name: 'laptop: join to canvas ready, of the other checkout',
      value: middle(ours, 'seconds') / middle(theirs, 'seconds'),
      unit: '×',
      atMost: 0.6,
    },
  ]
}

function figuresOf(name: string, all: readonly Visit[]): readonly Figure[] {
  return [
    { name, value: middle(all, 'seconds'), unit: 's' },
    { name: '… all that came', value: middle(all, 'bytes') / 1000, unit: 'kB' },
    { name: '… its main thread at work', value: middle(all, 'busyMs'), unit: 'ms' },
  ]
}

function middle(all: readonly Visit[], key: keyof Visit): number {
  return percentile(
    all.map((visit) => visit[key]),
    0.5,
  )
}

async function visit(browser: Browser, server: StipServer, isTold: boolean): Promise<Visit> {
  const evening = await Evening.start(server.url, { format: 'bijeenkomst-1-visie' })
  const { joinCode, steps } = await evening.view()
  await evening.join('Bram')
  await evening.makeGroups()
  const position = steps.findIndex(({ kind }) => kind === 'brainstorm')
  await evening.command({ type: 'go-to-step', position })
  const context = await browser.newContext({ locale: 'nl-NL', ...screen })
  try {
    return await toCanvas(context, `${server.origin}/doe-mee#${joinCode}`, isTold)
  } finally {
    await context.close()
  }
}

async function toCanvas(context: BrowserContext, address: string, isTold: boolean): Promise<Visit> {
  const page = await context.newPage()
  page.setDefaultTimeout(patience.act)
  const cdp = await context.newCDPSession(page)
  await countTasks(cdp)
  const came = await onSlowLine(cdp)
  const from = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByLabel('Je naam').fill('Anna')
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('radio', { name: 'Bewoner', exact: true }).check()
  await page.getByRole('button', { name: 'Doe mee' }).click()
  const { region, toolbar } = new Board(page)
  const goOn = page.getByRole('button', { name: 'Naar het bord' })
  await expect(goOn.or(region).first()).toBeVisible({ timeout: patience.look })
  if (await goOn.isVisible()) await goOn.click()
  // Its zones are drawn, and what draws on it can be taken.
  await expect(region.locator('[data-shape-type="zone"]').first()).toBeAttached({
    timeout: patience.look,
  })
  await expect(toolbar.getByRole('button', { name: 'Pen', exact: true })).toBeEnabled({
    timeout: patience.look,
  })
  const seconds = (performance.now() - from) / 1000
  const { bytes } = came
  if (isTold)
    process.stderr.write(
      `${address.split('#')[0]}: ${seconds.toFixed(2)} s\n${waterfallOf(came)}\n`,
    )
  return { seconds, bytes, busyMs: await taskMs(cdp) }
}
