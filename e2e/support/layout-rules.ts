import type { Box, Seen, SeenText } from './measure.ts'

/** The least that a room reads from its last row, in px on a wall of 1280 × 720. */
export const LEAST_ON_WALL = 24
/** The least that one reads on a laptop. */
export const LEAST_ON_LAPTOP = 11
/** So much may things touch: a shadow, the round corner of a key. In px. */
const TOUCH = 2

/** Texts that are smaller than this, of what people made and of what the moment is about. */
export function tooSmallFor(least: number, texts: readonly SeenText[]): string[] {
  return texts
    .filter(({ px, isBeside }) => !isBeside && px < least - 0.05)
    .map(({ px, words }) => `${px.toFixed(1)} px: ${short(words)}`)
}

/** Notes that lie over other notes. */
export function notesOverNotes({ notes }: Seen): string[] {
  return notes.flatMap((one, place) =>
    notes
      .slice(place + 1)
      .filter((other) => overlaps(one.box, other.box))
      .map((other) => `${short(one.words)} × ${short(other.words)}`),
  )
}

/** Notes that lie over the title or the question of a zone. */
export function notesOverZones({ notes, texts }: Seen): string[] {
  const zones = texts.filter(({ of }) => of === 'zone')
  return notes.flatMap(({ words, box }) =>
    zones
      .filter(({ lines }) => lines.some((line) => overlaps(line, box)))
      .map((zone) => `${short(words)} over ‘${short(zone.words)}’`),
  )
}

/** Words that people wrote without a sheet, over other words or over the words of a zone. */
export function wordsOverWords({ texts }: Seen): string[] {
  const loose = texts.filter(({ of }) => of === 'words')
  const others = texts.filter(({ of }) => of === 'zone' || of === 'note' || of === 'words')
  return loose.flatMap((one) =>
    others
      .filter((other) => other !== one && other.words !== one.words)
      .filter((other) => other.lines.some((line) => one.lines.some((own) => overlaps(line, own))))
      .map((other) => `${short(one.words)} over ‘${short(other.words)}’`),
  )
}

/** Controls that float over words of what people made, or of what they are asked. */
export function controlsOverWords({ controls, texts }: Seen): string[] {
  const words = texts.filter(({ of }) => of !== 'control')
  return controls.flatMap(({ name, box }) =>
    words
      .filter((text) => text.words !== name && text.lines.some((line) => overlaps(line, box)))
      .map((text) => `‘${short(name)}’ over ‘${short(text.words)}’`),
  )
}

function overlaps(one: Box, other: Box): boolean {
  const w = Math.min(one.x + one.w, other.x + other.w) - Math.max(one.x, other.x)
  const h = Math.min(one.y + one.h, other.y + other.h) - Math.max(one.y, other.y)
  return w > TOUCH && h > TOUCH
}

function short(words: string): string {
  return words.length > 40 ? `${words.slice(0, 39)}…` : words
}
