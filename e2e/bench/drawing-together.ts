import { expect } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { Participant } from '../people/participant.ts'
import { Evening } from '../support/evening.ts'
import { startServer } from '../support/stip-server.ts'
import type { StipServer } from '../support/stip-server.ts'
import { calm } from './calm.ts'
import { percentile } from './figures.ts'
import type { Figure } from './figures.ts'
import { delays, watch } from './frames.ts'
import type { Watched } from './frames.ts'
import { gestures, perform } from './gestures.ts'
import type { Gesture } from './gestures.ts'
import { benchNotes } from './notes.ts'
import { RemotePeople } from './people.ts'
import type { Move } from './people.ts'

const PEOPLE = 12
const HERTZ = 30
const GESTURE_MS = 4000

interface Surroundings {
  readonly browser: Browser
  /** The page with bare tldraw. */
  readonly barePage: string
}

interface Scene {
  readonly width: number
  readonly height: number
  readonly camera: { readonly x: number; readonly y: number; readonly z: number }
}

/**
 * A board with so many notes while twelve others draw, beside bare tldraw with the same notes, the
 * same view and nobody drawing.
 */
export async function drawingTogether(
  { browser, barePage }: Surroundings,
  count: number,
): Promise<readonly Figure[]> {
  // A server of its own: what an earlier board left in it is no part of this one.
  const stip = await startServer()
  const people = new RemotePeople()
  try {
    const anna = await openBoard(browser, stip, people, count)
    await people.tell({ kind: 'draw', hertz: HERTZ, notes: count })
    const scene = await sceneOf(anna.page)
    const ours = new Map<Gesture, Watched>()
    const seen: Move[] = []
    for (const gesture of gestures) {
      const watched = await watch(anna.page, dragged(count), () => doIt(anna.page, gesture, count))
      ours.set(gesture, watched)
      await anna.board.showAll()
      // While everything is dragged, their notes are in this person's hand too.
      if (gesture !== 'drag all') seen.push(...watched.seen)
    }
    const sent = await people.tell({ kind: 'stop' })
    await anna.page.context().close()
    const bare = await bareTldraw(browser, barePage, scene, count)
    return [
      ...gestures.flatMap((gesture) => compare(count, gesture, ours, bare)),
      {
        name: `${count} notes: moves of others on screen, p95`,
        value: percentile(delays(sent, seen), 0.95),
        unit: 'ms',
        atMost: 100,
      },
    ]
  } finally {
    people.leave()
    await stip.stop()
  }
}

async function openBoard(
  browser: Browser,
  stip: StipServer,
  people: RemotePeople,
  notes: number,
): Promise<Participant> {
  const evening = await Evening.start(stip.url, { groupCount: 1 })
  const seats = []
  for (let number = 0; number < PEOPLE; number++) seats.push(await evening.join(`Buur ${number}`))
  const { joinCode: code } = await evening.view()
  const device = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'nl-NL',
    reducedMotion: 'reduce',
  })
  const anna = await Participant.join(device, stip.origin, { code, name: 'Anna' })
  await evening.drawInGroups()
  const [first] = seats
  if (first === undefined) throw new Error('Nobody is there.')
  const address = `${stip.url.replace('http', 'ws')}/sync/${await evening.boardOf(first)}?as=participant&stip=1`
  await people.tell({
    kind: 'join',
    people: seats.map(({ device: { headers } }) => ({
      url: address,
      headers: { ...headers, origin: stip.url },
    })),
    notes,
  })
  await anna.goToBoard()
  const last = benchNotes(notes).at(-1)?.id ?? ''
  await expect(anna.page.locator(`[data-shape-id="${last}"]`)).toBeAttached({ timeout: 30_000 })
  await anna.board.showAll()
  await anna.board.take('Kies')
  await calm(anna.page)
  return anna
}

/** The same view in bare tldraw. */
async function bareTldraw(
  browser: Browser,
  address: string,
  { width, height, camera }: Scene,
  count: number,
): Promise<ReadonlyMap<Gesture, Watched>> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(address)
  await page.evaluate(
    ({ notes, view }) => (window as unknown as BareWindow).bench.showBare(notes, view),
    { notes: benchNotes(count), view: camera },
  )
  await page.mouse.click(5, 5)
  await calm(page)
  const all = new Map<Gesture, Watched>()
  for (const gesture of gestures) {
    all.set(gesture, await watch(page, [], () => doIt(page, gesture, count)))
    await page.evaluate(() => (window as unknown as BareWindow).lookAgain())
  }
  await context.close()
  return all
}

interface BareWindow {
  readonly bench: { showBare(notes: unknown, camera: unknown): Promise<void> }
  /** Goes back to where it looked at first. */
  lookAgain(): void
}

function doIt(page: Page, gesture: Gesture, count: number): Promise<void> {
  // In the middle of the field, and none of those that others drag.
  const note = `shape:n${Math.floor(count / 2) + Math.floor(Math.sqrt(count * 1.6) / 2) + 3}`
  return perform(page, gesture, { note, durationMs: GESTURE_MS })
}

function dragged(count: number): readonly string[] {
  return Array.from(
    { length: PEOPLE },
    (_, number) => `shape:n${Math.floor((number * count) / PEOPLE) + 1}`,
  )
}

async function sceneOf(page: Page): Promise<Scene> {
  return page.evaluate(() => {
    const canvas = document.querySelector('.tl-canvas')?.getBoundingClientRect()
    const layer = document.querySelector<HTMLElement>('.tl-html-layer')?.style.transform ?? ''
    const [z = 1, x = 0, y = 0] = [...layer.matchAll(/-?[\d.]+/g)].map(Number)
    if (canvas === undefined) throw new Error('There is no board.')
    return {
      width: Math.round(canvas.width),
      height: Math.round(canvas.height),
      camera: { x, y, z },
    }
  })
}

function compare(
  count: number,
  gesture: Gesture,
  stip: ReadonlyMap<Gesture, Watched>,
  bare: ReadonlyMap<Gesture, Watched>,
): readonly Figure[] {
  const [ours, theirs] = [stip.get(gesture), bare.get(gesture)]
  if (ours === undefined || theirs === undefined) return []
  // Everything at once is measured by its frames alone.
  const atMost = gesture === 'drag all' ? {} : { atMost: 1.3 }
  const name = `${count} notes, ${gesture}`
  return [
    ...besideBare(`${name}: frame p95`, framesP95(ours), framesP95(theirs), { atMost: 1.15 }),
    ...besideBare(`${name}: main thread in a frame`, busyMs(ours), busyMs(theirs), atMost),
  ]
}

function besideBare(
  name: string,
  ours: number,
  theirs: number,
  goal: Pick<Figure, 'atMost'>,
): readonly Figure[] {
  return [
    { name: `${name}, Stip`, value: ours, unit: 'ms' },
    { name: `${name}, bare tldraw`, value: theirs, unit: 'ms' },
    { name: `${name}, of bare tldraw`, value: ours / theirs, unit: '×', ...goal },
  ]
}

function framesP95({ frames }: Watched): number {
  return percentile(frames, 0.95)
}

/** What the main thread worked for each frame, which depends less on what else the machine does. */
function busyMs({ frames, mainThreadMs }: Watched): number {
  return mainThreadMs / frames.length
}
