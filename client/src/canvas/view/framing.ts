import type { Area } from '@stip/api'

/** Room that is kept free around what is shown, in px of the screen. */
export interface Margins {
  readonly top: number
  readonly bottom: number
  readonly side: number
}

/** The board on screen, in px. */
export interface Size {
  readonly w: number
  readonly h: number
}

/** Where one looks, as tldraw keeps it: screen = (board + x) × z. */
export interface Framing {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** The view goes no farther out than this, which shows all of any board on a phone. */
export const FARTHEST = 0.02
/** Nearer than this a note fills the screen, and whoever types loses the board from sight. */
const CLOSEST = 1.25
/** Farther out than this words on a note cannot be read. */
const READABLE = 0.35
/** Farther out than this words on a new note are less than 11 px high on a laptop. */
const READABLE_LAPTOP = 0.37
/** A phone opens no nearer than this, so that more than one note is in sight. */
const PHONE_CLOSEST = 0.6
/** A narrower or lower board is one on a phone, upright or on its side. In px. */
const PHONE = { w: 640, h: 420 }

/** All of an area, in the middle and as large as fits between the margins. */
export function wholeOf(area: Area, screen: Size, margins: Margins): Framing {
  const { width, height } = roomOn(screen, margins)
  const z = Math.max(FARTHEST, Math.min(width / area.w, height / area.h, CLOSEST))
  const left = margins.side + (width - area.w * z) / 2
  const top = margins.top + (height - area.h * z) / 2
  return { x: left / z - area.x, y: top / z - area.y, z }
}

/**
 * Where one begins to look at an area: at all of it, or on a phone, where that would be too small
 * to read, at its top left. From there one moves sideways.
 */
export function openingOf(area: Area, screen: Size, margins: Margins): Framing {
  const whole = wholeOf(area, screen, margins)
  if (whole.z >= READABLE || !isPhone(screen)) return whole
  const { height } = roomOn(screen, margins)
  const z = Math.min(Math.max(height / area.h, READABLE), PHONE_CLOSEST)
  return { x: margins.side / z - area.x, y: margins.top / z - area.y, z }
}

/**
 * Where one begins to look at the area of a step: as at any area, but when all of it is too small to
 * read, because its zones grew or because a list stands beside it, at its top, as wide as fits; no
 * farther out than one can read. From there one moves down.
 */
export function openingOfStep(area: Area, screen: Size, margins: Margins): Framing {
  const opening = openingOf(area, screen, margins)
  if (isPhone(screen) || opening.z >= READABLE_LAPTOP) return opening
  const { width } = roomOn(screen, margins)
  const z = Math.max(READABLE_LAPTOP, Math.min(width / area.w, CLOSEST))
  // What is not wide enough for the screen stands in its middle.
  const left = margins.side + Math.max(0, (width - area.w * z) / 2)
  return { x: left / z - area.x, y: margins.top / z - area.y, z }
}

function isPhone({ w, h }: Size): boolean {
  return w < PHONE.w || h < PHONE.h
}

function roomOn(screen: Size, { top, bottom, side }: Margins) {
  return {
    width: Math.max(80, screen.w - 2 * side),
    height: Math.max(80, screen.h - top - bottom),
  }
}
