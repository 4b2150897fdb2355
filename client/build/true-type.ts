import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { create } from 'fontkit'
import subset from 'subset-font'
import type { Plugin } from 'vite'

/** Whose it is and under which licence, which must stay in a part of a typeface. */
const licence = [0, 13, 14]
const wanted = /^(.*\.woff2)\?truetype=(\d+)$/

/**
 * Documents (PDF) hold typefaces as TrueType, of one weight. An address that ends in `?truetype=600`
 * gives a typeface with all weights (WOFF2) as such a file.
 */
export function trueType(): Plugin {
  let isBuild = false
  return {
    name: 'stip-true-type',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    async load(id) {
      const [, path = '', weight = ''] = wanted.exec(id) ?? []
      if (path === '') return undefined
      const source = await trueTypeOf(await readFile(path), Number(weight))
      if (!isBuild) {
        return `export default 'data:font/ttf;base64,${Buffer.from(source).toString('base64')}'`
      }
      const name = `document-${basename(path).replace(/-wght-normal\.woff2$/, `-${weight}.ttf`)}`
      const file = this.emitFile({ type: 'asset', name, source })
      return `export default import.meta.ROLLUP_FILE_URL_${file}`
    },
  }
}

/** A typeface of all weights in one weight, with every letter it has. */
export async function trueTypeOf(file: Buffer, weight: number): Promise<Uint8Array> {
  const letters = create(file).characterSet.map((code) => String.fromCodePoint(code))
  return subset(file, letters.join(''), {
    targetFormat: 'truetype',
    variationAxes: { wght: weight },
    preserveNameIds: licence,
  })
}
