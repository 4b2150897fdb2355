import { describe, expect, it } from 'vitest'
import { openingOf, openingOfStep, wholeOf } from './framing.ts'
import type { Framing } from './framing.ts'

const margins = { top: 60, bottom: 100, side: 20 }
const ofAStep = { x: 0, y: 1590, w: 2400, h: 1350 }
const vision = { x: -200, y: 0, w: 9000, h: 4000 }
const phone = { w: 390, h: 700 }
const laptop = { w: 1280, h: 620 }

describe('where one looks', () => {
  it('is at all of an area between the margins', () => {
    for (const screen of [phone, laptop]) {
      for (const area of [ofAStep, vision]) {
        const framing = wholeOf(area, screen, margins)
        const [left, top] = onScreen(framing, area.x, area.y)
        const [right, bottom] = onScreen(framing, area.x + area.w, area.y + area.h)
        expect(left).toBeGreaterThanOrEqual(19.99)
        expect(top).toBeGreaterThanOrEqual(59.99)
        expect(right).toBeLessThanOrEqual(screen.w - 19.99)
        expect(bottom).toBeLessThanOrEqual(screen.h - 99.99)
        expect(left + right).toBeCloseTo(screen.w)
      }
    }
  })

  it('begins at all of it on a laptop, however small that is', () => {
    expect(openingOf(vision, laptop, margins)).toEqual(wholeOf(vision, laptop, margins))
  })

  it('[B201] begins at the top of a step whose zones grew, as wide as a laptop', () => {
    expect(openingOfStep(ofAStep, { w: 1280, h: 720 }, margins).z).toBeCloseTo(560 / 1350)
    const grown = { ...ofAStep, h: 4000 }
    const framing = openingOfStep(grown, laptop, margins)
    expect(framing.z).toBeCloseTo(1240 / 2400)
    expect(onScreen(framing, grown.x, grown.y)).toEqual([
      expect.closeTo(margins.side),
      expect.closeTo(margins.top),
    ])
    expect(openingOfStep(grown, phone, margins)).toEqual(openingOf(grown, phone, margins))
  })

  it('[B201] begins no farther out at a step than one can read beside a list', () => {
    const areaAtSides = { top: 12, bottom: 12, side: 4 }
    const grown = { ...ofAStep, h: 4000 }
    const letters = 26 * 1.15
    for (const w of [896, 780, 660]) {
      const framing = openingOfStep(grown, { w, h: 540 }, areaAtSides)
      expect(letters * framing.z).toBeGreaterThanOrEqual(11)
      expect(onScreen(framing, grown.x, grown.y)).toEqual([
        expect.closeTo(areaAtSides.side),
        expect.closeTo(areaAtSides.top),
      ])
    }
    const narrow = { ...grown, w: 800 }
    const framing = openingOfStep(narrow, laptop, areaAtSides)
    const [left] = onScreen(framing, narrow.x, 0)
    const [right] = onScreen(framing, narrow.x + narrow.w, 0)
    expect(left + right).toBeCloseTo(laptop.w)
  })

  it('begins at the top left on a phone, as high as the screen', () => {
    const framing = openingOf(ofAStep, phone, margins)
    expect(onScreen(framing, ofAStep.x, ofAStep.y)).toEqual([
      expect.closeTo(margins.side),
      expect.closeTo(margins.top),
    ])
    expect(onScreen(framing, 0, ofAStep.y + ofAStep.h)[1]).toBeCloseTo(phone.h - margins.bottom)
  })

  it('begins where words can be read on a phone, when the height does not fit either', () => {
    const framing = openingOf(vision, phone, margins)
    expect(framing.z).toBe(0.35)
    expect(onScreen(framing, vision.x, vision.y)).toEqual([
      expect.closeTo(margins.side),
      expect.closeTo(margins.top),
    ])
  })
})

function onScreen({ x, y, z }: Framing, atX: number, atY: number): [number, number] {
  return [(atX + x) * z, (atY + y) * z]
}
