import extendedBold from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?truetype=600'
import extended from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?truetype=400'
import latinBold from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?truetype=600'
import latin from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?truetype=400'
import { limitMs } from '../../../../live/requests/ask.ts'
import { limitedFetch } from '../../../../live/requests/limited-fetch.ts'
import type { Typefaces } from './paper-letters.ts'

/** Fetches the typefaces of a document: those of the screens, as files that a document can hold. */
export async function fetchTypefaces(): Promise<Typefaces> {
  const [regular, regularToo, bold, boldToo] = await Promise.all(
    [latin, extended, latinBold, extendedBold].map(fileAt),
  )
  if (!regular || !regularToo || !bold || !boldToo) throw new Error('A typeface did not come.')
  return { regular: [regular, regularToo], bold: [bold, boldToo] }
}

function fileAt(address: string): Promise<Uint8Array> {
  return limitedFetch(address, { limitMs: limitMs.long }, async (response) => {
    if (!response.ok) throw new Error(`The server answered ${response.status}.`)
    return new Uint8Array(await response.arrayBuffer())
  })
}
