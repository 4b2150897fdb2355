import { expect, type Page } from '@playwright/test'
import { FullEvening, stepsToLookAt } from '../../support/full-evening.ts'
import type { ScreenName, StepToLookAt } from '../../support/full-evening.ts'
import {
  controlsOverWords,
  LEAST_ON_LAPTOP,
  LEAST_ON_WALL,
  notesOverNotes,
  notesOverZones,
  tooSmallFor,
  wordsOverWords,
} from '../../support/layout-rules.ts'
import { lookAt } from '../../support/measure.ts'
import type { Seen } from '../../support/measure.ts'
import { settled } from '../../support/settled.ts'
import { test } from '../../support/test.ts'

/** What has to be right of a full evening. */
type Check =
  /** The wall: what the moment is about can be read from the last row. */
  | 'wall reads'
  /** A laptop: words of cards can be read in the view of the step. */
  | 'laptop reads'
  /** Wall and laptop: no note lies over a note. */
  | 'notes apart'
  /** Wall and laptop: no note, and no sentence, lies over words. */
  | 'words free'
  /** Wall and laptop: nothing lies above what one can scroll to. */
  | 'in reach'
  /** By screen: nothing that floats lies over words. */
  | `controls ${ScreenName}`

const everyCheck: readonly Check[] = [
  'wall reads',
  'laptop reads',
  'notes apart',
  'words free',
  'in reach',
  'controls wall',
  'controls laptop',
  'controls phone',
  'controls console',
]

/** A laptop is on the board of a group, with notes in view. */
const stepsWithNotes: ReadonlySet<StepToLookAt> = new Set([7, 10])

// Whole boards would be copied at every look.
test.use({ trace: 'off' })

test('[B202] a full evening can be read on every screen', async ({ stip, newDevice }) => {
  const evening = await FullEvening.begin(stip, newDevice)
  for (const step of stepsToLookAt) {
    // oxlint-disable-next-line no-await-in-loop -- An evening has its steps one after the other.
    await test.step(`step ${step}`, async () => {
      await evening.playTo(step)
      const problems = await problemsOn(evening, step)
      for (const check of everyCheck) {
        expect.soft(problems[check], `step ${step}: ${check}`).toEqual([])
      }
    })
  }
  evening.end()
})

test('the measures see what cannot be read', async ({ newDevice }) => {
  const page = await (await newDevice({ viewport: { width: 600, height: 400 } })).newPage()
  await page.setContent(`
    <div class="tl-container"><div class="tl-shapes" style="transform: scale(0.5); transform-origin: 0 0">
      ${shapeAt('zone', 0, 0, 'Onze zin')}
      ${shapeAt('note', 10, 10, 'over de kop')}
      ${shapeAt('note', 100, 100, 'over een briefje')}
      ${shapeAt('text', 20, 10, 'losse woorden')}
    </div></div>
    <div style="position: fixed; inset-inline-start: 60px; inset-block-start: 60px"><button>Nieuw briefje</button></div>`)
  const seen = await lookAt(page)
  expect(tooSmallFor(LEAST_ON_LAPTOP, seen.texts)).toContain('10.0 px: over de kop')
  expect(tooSmallFor(9, seen.texts)).toEqual([])
  expect(notesOverNotes(seen)).toEqual(['over de kop × over een briefje'])
  expect(notesOverZones(seen)).toEqual(['over de kop over ‘Onze zin’'])
  expect(wordsOverWords(seen)).toContain('losse woorden over ‘Onze zin’')
  expect(controlsOverWords(seen)).toEqual(['‘Nieuw briefje’ over ‘over een briefje’'])
  expect(seen.outOfReach).toEqual([])
  await page.setContent(`
    <div style="display: grid; block-size: 100px; align-content: center; overflow-y: auto">
      <p>te hoog</p><p style="block-size: 300px">lang</p>
    </div>`)
  expect((await lookAt(page)).outOfReach).toEqual(['te hoog', 'lang'])
})

async function problemsOn(
  { pages }: FullEvening,
  step: StepToLookAt,
): Promise<Record<Check, readonly string[]>> {
  const { wall, laptop, phone, console } = pages
  const onWall = await looked(wall)
  const onLaptop = await looked(laptop)
  // A screen on which nothing stands yet has nothing wrong with it.
  if (stepsWithNotes.has(step)) {
    expect(onLaptop.texts.filter(({ of }) => of === 'note').length).toBeGreaterThan(0)
  }
  const onConsole = await looked(console)
  return {
    'wall reads': tooSmallFor(LEAST_ON_WALL, onWall.texts),
    'laptop reads': tooSmallFor(
      LEAST_ON_LAPTOP,
      onLaptop.texts.filter(({ of }) => of === 'note' || of === 'words'),
    ),
    'notes apart': [...notesOverNotes(onWall), ...notesOverNotes(onLaptop)],
    'words free': [onWall, onLaptop].flatMap((seen) => [
      ...notesOverZones(seen),
      ...wordsOverWords(seen),
    ]),
    'in reach': [onWall, onLaptop].flatMap(({ outOfReach }) => outOfReach),
    'controls wall': controlsOverWords(onWall),
    'controls laptop': controlsOverWords(onLaptop),
    'controls phone': await controlsOverScrolledWords(phone),
    'controls console': controlsOverWords(onConsole),
  }
}

async function looked(page: Page): Promise<Seen> {
  await settled(page)
  const seen = await lookAt(page)
  // What sees nothing finds nothing wrong.
  expect(seen.texts.length).toBeGreaterThan(2)
  return seen
}

/** What one scrolls can come out from under a bar; only at the ends it cannot. */
async function controlsOverScrolledWords(page: Page): Promise<readonly string[]> {
  const { height } = page.viewportSize() ?? { height: 0 }
  const found: string[] = []
  for (const end of ['top', 'bottom'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- A page can be in one place at a time.
    await page.evaluate(scrollAll, end)
    // oxlint-disable-next-line no-await-in-loop
    const seen = await looked(page)
    const controls = seen.controls.filter(
      ({ box }) => box.y + box.h / 2 < height / 2 === (end === 'top'),
    )
    found.push(...controlsOverWords({ ...seen, controls }))
  }
  return found
}

function scrollAll(end: 'top' | 'bottom'): void {
  for (const element of [document.documentElement, ...document.querySelectorAll('*')]) {
    if (element.scrollHeight > element.clientHeight) {
      element.scrollTop = end === 'top' ? 0 : element.scrollHeight
    }
  }
}

function shapeAt(type: string, x: number, y: number, words: string): string {
  const place = `position: absolute; inset-inline-start: ${x}px; inset-block-start: ${y}px; font-size: 20px`
  const size = type === 'note' ? 'width: 200px; height: 200px' : ''
  return `<div class="tl-shape" data-shape-type="${type}" style="${place}; ${size}">${words}</div>`
}
