import type { Browser } from '@playwright/test'
import type { Figure } from './figures.ts'

/** What the page of the bench offers, for what runs in it. */
declare const bench: {
  openBoard(notes: 'vision'): Promise<unknown>
  pictures(way: 'tldraw' | 'stip'): Promise<{
    ms: number
    stuckMs: number
    bytes: number
    width: number
    height: number
  }>
}

const MB = 1_000_000

/** The picture (PNG) of a full vision: as tldraw makes it by itself, and as Stip does. */
export async function visionPicture(browser: Browser, address: string): Promise<readonly Figure[]> {
  const before = await picturedBy('tldraw', browser, address)
  const after = await picturedBy('stip', browser, address)
  return [
    figure('tldraw by itself', before.ms / 1000, 's'),
    figure('tldraw by itself, page stuck', before.stuckMs, 'ms'),
    figure('tldraw by itself, longest side', Math.max(before.width, before.height), 'px'),
    figure('tldraw by itself, size', before.bytes / MB, 'MB'),
    figure('Stip', after.ms / 1000, 's', 5),
    figure('Stip, page stuck', after.stuckMs, 'ms', 200),
    figure('Stip, longest side', Math.max(after.width, after.height), 'px', 5000),
    figure('Stip, size', after.bytes / MB, 'MB', 5),
  ]
}

async function picturedBy(way: 'tldraw' | 'stip', browser: Browser, address: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(address)
  await page.evaluate(() => bench.openBoard('vision'))
  const pictured = await page.evaluate((which) => bench.pictures(which), way)
  await page.context().close()
  return pictured
}

function figure(name: string, value: number, unit: string, atMost?: number): Figure {
  return {
    name: `picture of a full vision: ${name}`,
    value,
    unit,
    ...(atMost !== undefined && { atMost }),
  }
}
