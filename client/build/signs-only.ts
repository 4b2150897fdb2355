import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import subset from 'subset-font'
import type { Plugin } from 'vite'
import { lettersOf, scriptNames } from '../src/canvas/fonts/scripts.ts'

/** Whose it is and under which licence, which must stay in a part of a typeface. */
const licence = [0, 13, 14]
const wanted = /^(.*\.woff2)\?url&signs=(\w+)$/

/**
 * Typefaces of signs have thousands of them, in files of hundreds of kilobytes. An address that ends
 * in `?url&signs=NAME` gives a file with only the letters of that script: a tenth of it. While one
 * works on Stip (`npm run dev`) it is the whole file.
 */
export function signsOnly(): Plugin {
  return {
    name: 'stip-signs-only',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      const [, path = '', name] = wanted.exec(id) ?? []
      const script = scriptNames.find((known) => known === name)
      if (script === undefined) return undefined
      const whole = await readFile(path)
      const file = this.emitFile({
        type: 'asset',
        name: basename(path).replace(/(?:-\w+)?-400-normal/, `-${script}`),
        source: await subset(whole, lettersOf(script), {
          targetFormat: 'woff2',
          preserveNameIds: licence,
        }),
      })
      return `export default import.meta.ROLLUP_FILE_URL_${file}`
    },
  }
}
