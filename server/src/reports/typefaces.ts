import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Typefaces } from '@stip/report/files'

const require = createRequire(import.meta.url)

/** The typeface of the screens, as files that a document can hold. */
export function readTypefaces(): Typefaces {
  const files = {
    regular: [
      require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff'),
      require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff'),
    ],
    bold: [
      require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff'),
      require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-600-normal.woff'),
    ],
  }
  return {
    regular: files.regular.map((path) => readFileSync(path)),
    bold: files.bold.map((path) => readFileSync(path)),
  }
}
