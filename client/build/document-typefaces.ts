import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { trueTypeOf } from './true-type.ts'

const require = createRequire(import.meta.url)

/** The typefaces of documents, as the build makes them. */
export async function theTypefaces(): Promise<{
  readonly regular: readonly Uint8Array[]
  readonly bold: readonly Uint8Array[]
}> {
  const [latin, extended] = await Promise.all(
    ['latin', 'latin-ext'].map((part) =>
      readFile(
        require.resolve(
          `@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-wght-normal.woff2`,
        ),
      ),
    ),
  )
  if (latin === undefined || extended === undefined) throw new Error('A typeface is missing.')
  const inWeight = async (weight: number) => [
    await trueTypeOf(latin, weight),
    await trueTypeOf(extended, weight),
  ]
  return { regular: await inWeight(400), bold: await inWeight(600) }
}
