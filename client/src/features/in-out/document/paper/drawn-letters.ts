import { hasRightToLeft } from '../../pdf/visual-order.ts'
import type { OtherLetters } from './paper-letters.ts'
import type { Weight } from './set-lines.ts'

/** The letters of the screens, and behind them whatever the device has. */
const FAMILY = "'Atkinson Hyperlegible Next Variable', stip_scripts, system-ui, sans-serif"
/** Pixels for a point: sharp on paper. */
const SHARP = 4
/** Letters may stand out of their line so far, in parts of their size. */
const ABOVE = 1.1
const BELOW = 0.5

/** Letters as this browser draws them: scripts that our typefaces lack, and pictures of emoji. */
export function drawnLetters(): OtherLetters {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('This browser draws no letters.')
  const prepare = (words: string, size: number, weight: Weight): void => {
    pen.font = `${weight === 'bold' ? 600 : 400} ${size}px ${FAMILY}`
    pen.direction = hasRightToLeft(words) ? 'rtl' : 'ltr'
    pen.textAlign = 'left'
  }
  const widthOf: OtherLetters['widthOf'] = (words, size, weight) => {
    // Measured large: some browsers round the width of small letters.
    prepare(words, 100, weight)
    return (pen.measureText(words).width * size) / 100
  }
  return {
    widthOf,
    picture: (words, { size, weight, color }) => {
      const w = widthOf(words, size, weight)
      const h = (ABOVE + BELOW) * size
      canvas.width = Math.max(1, Math.ceil(w * SHARP))
      canvas.height = Math.max(1, Math.ceil(h * SHARP))
      prepare(words, size * SHARP, weight)
      pen.fillStyle = color
      pen.fillText(words, 0, ABOVE * size * SHARP)
      return {
        pixels: pen.getImageData(0, 0, canvas.width, canvas.height),
        w: canvas.width / SHARP,
        h: canvas.height / SHARP,
        ascent: ABOVE * size,
      }
    },
  }
}
