import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(?:js|css|html|svg|json)$/
/** Below this a compressed copy costs more in files than it saves in bytes. */
const smallestBytes = 1024
/** Brotli at its best takes seconds a megabyte; from here on a step lower is nearly as small. */
const largeBytes = 400_000

/** Writes `.br` and `.gz` copies beside what was built, so that the server compresses nothing. */
export function precompress(): Plugin {
  let folder = ''
  return {
    name: 'stip-precompress',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    async writeBundle() {
      for (const entry of await readdir(folder, { recursive: true })) {
        if (compressible.test(entry)) await compressFile(join(folder, entry))
      }
    },
  }
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path)
  if (content.byteLength < smallestBytes) return
  const quality = content.byteLength > largeBytes ? 9 : 11
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    promisify(gzip)(content, { level: 9 }),
  ])
  await writeFile(`${path}.br`, br)
  await writeFile(`${path}.gz`, gz)
}
