import type { Browser, CDPSession, Page } from '@playwright/test'
import { percentile } from './figures.ts'
import type { Figure } from './figures.ts'

/** What the page of the bench offers, for what runs in it. */
declare const bench: {
  openBoard(notes: number): Promise<Record<'loadMs' | 'tellMs' | 'editableMs' | 'bytes', number>>
  dragEverything(frames: number): Promise<{
    frames: { flushMs: number; bytes: number }[]
    withMs: number[]
    withoutMs: number[]
  }>
  documentSizes(
    moves: number,
  ): Record<'fresh' | 'moved' | 'compacted' | 'folded' | 'loadMs', number>
  followUpdates(
    perSecond: number,
    seconds: number,
    notes: number,
  ): Promise<{ frames: number[]; arrived: number }>
  drawForHours(hours: number, notes: number): Promise<number>
}

const HOURS = 2

/** Figures of one page without a server: opening, dragging, following others, and what stays behind. */
export async function onePage(browser: Browser, address: string): Promise<readonly Figure[]> {
  return [
    ...(await opening(browser, address)),
    ...(await dragging(browser, address)),
    ...(await following(browser, address)),
    ...(await growing(browser, address)),
    ...(await staying(browser, address)),
  ]
}

async function opening(browser: Browser, address: string): Promise<readonly Figure[]> {
  const loads: number[] = []
  const tells: number[] = []
  const opens: number[] = []
  for (let run = 0; run < 3; run++) {
    const page = await aPage(browser, address)
    const { loadMs, tellMs, editableMs } = await page.evaluate(() => bench.openBoard(5000))
    loads.push(loadMs)
    tells.push(tellMs)
    opens.push(editableMs)
    await page.context().close()
  }
  return [
    figure('5,000 records: from bytes to editable, median', percentile(opens, 0.5), 'ms', 600),
    figure('5,000 records: into the document, median', percentile(loads, 0.5), 'ms', 80),
    figure('and written down for line and copy, median', percentile(tells, 0.5), 'ms'),
  ]
}

async function dragging(browser: Browser, address: string): Promise<readonly Figure[]> {
  const page = await aPage(browser, address)
  await page.evaluate(() => bench.openBoard(500))
  const { frames, withMs, withoutMs } = await page.evaluate(() => bench.dragEverything(240))
  await page.context().close()
  const flush = percentile(
    frames.map(({ flushMs }) => flushMs),
    0.5,
  )
  const noting = Math.max(0, percentile(withMs, 0.5) - percentile(withoutMs, 0.5))
  const bytes = percentile(
    frames.map((frame) => frame.bytes),
    0.5,
  )
  return [
    figure('drag of 500: the binding in a frame, p50', flush + noting, 'ms', 2),
    figure('drag of 500: of which noticing what moved', noting, 'ms'),
    figure('drag of 500: to the server in a frame', bytes / 1024, 'KB', 12),
  ]
}

async function following(browser: Browser, address: string): Promise<readonly Figure[]> {
  const page = await aPage(browser, address)
  await page.evaluate(() => bench.openBoard(500))
  await page.keyboard.press('Shift+1')
  const { frames, arrived } = await page.evaluate(() => bench.followUpdates(1000, 8, 500))
  await page.context().close()
  const seconds = frames.reduce((sum, frame) => sum + frame, 0) / 1000
  return [
    figure('changes of others that arrive', arrived / seconds, 'per second'),
    { name: 'with 500 notes in sight', value: frames.length / seconds, unit: 'fps', atLeast: 50 },
    figure('its frames, p95', percentile(frames, 0.95), 'ms'),
  ]
}

async function growing(browser: Browser, address: string): Promise<readonly Figure[]> {
  const page = await aPage(browser, address)
  const sizes = await page.evaluate(() => bench.documentSizes(100_000))
  await page.context().close()
  const { fresh, moved, compacted, folded, loadMs } = sizes
  return [
    figure('500 records, fresh', fresh / 1024, 'KB'),
    figure('after 100,000 drag moves, of fresh', moved / fresh, '×', 1.3),
    figure('and compacted by the server, of fresh', compacted / fresh, '×', 1.05),
    figure('and folded into another document, of fresh', folded / fresh, '×'),
    figure('and loading that', loadMs, 'ms'),
  ]
}

async function staying(browser: Browser, address: string): Promise<readonly Figure[]> {
  const page = await aPage(browser, address)
  await page.evaluate(() => bench.openBoard(500))
  const session = await page.context().newCDPSession(page)
  // The first work makes caches, which stay; what counts is what more hours add.
  await page.evaluate((hours) => bench.drawForHours(hours, 500), 0.05)
  const before = await heapOf(session)
  const changes = await page.evaluate((hours) => bench.drawForHours(hours, 500), HOURS)
  const after = await heapOf(session)
  await page.context().close()
  return [
    figure('heap of a board of 500 notes', before / 1024 ** 2, 'MB'),
    figure(`changes in ${HOURS} hours of twelve people`, changes, ''),
    figure(`heap after ${HOURS} hours, of before`, after / before, '×', 1.2),
  ]
}

async function heapOf(session: CDPSession): Promise<number> {
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}

async function aPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(address)
  return page
}

function figure(name: string, value: number, unit: string, atMost?: number): Figure {
  return { name, value, unit, ...(atMost !== undefined && { atMost }) }
}
