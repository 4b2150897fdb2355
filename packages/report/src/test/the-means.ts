import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { sha256 } from '../canonical/hash.ts'
import type { Means } from '../writers/means.ts'

const require = createRequire(import.meta.url)

/** Typefaces and pictures of the invented evening. */
export function theMeans(): Means {
  const pictures = ['a', 'b', 'c'].map((letter) =>
    readFileSync(new URL(`fixtures/drawing-${letter}.png`, import.meta.url)),
  )
  return {
    typefaces: {
      regular: faces.regular.map((path) => readFileSync(path)),
      bold: faces.bold.map((path) => readFileSync(path)),
    },
    pictures: new Map(pictures.map((bytes) => [sha256(bytes), bytes])),
  }
}

const faces = {
  regular: [
    require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff'),
    require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff'),
  ],
  bold: [
    require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff'),
    require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-600-normal.woff'),
  ],
}
