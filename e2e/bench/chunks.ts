import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure } from './figures.ts'

/** What a phone has to fetch of the product as it was built, in KB of gzip. */
export function canvasSize(dist: string): readonly Figure[] {
  const canvas = chunkNamed(dist, /^canvas-/)
  return [{ name: 'canvas chunk, gzip', value: sizeOf(dist, [canvas]), unit: 'KB', atMost: 500 }]
}

/** The page of a participant who sees the list: all that it loads by itself. */
export function listPageSize(dist: string): readonly Figure[] {
  const entry = /src="\/assets\/(index-[^"]+\.js)"/.exec(
    readFileSync(join(dist, 'index.html'), 'utf8'),
  )?.[1]
  if (entry === undefined) throw new Error('The build has no entry.')
  const chunks = [entry, /^participant-screen-/, /^participant-board-/, /^(?:list|outline)/].map(
    (name) => (typeof name === 'string' ? name : chunkNamed(dist, name)),
  )
  const size = sizeOf(dist, withImports(dist, chunks))
  return [{ name: 'list page, gzip', value: size, unit: 'KB', atMost: 90 }]
}

function chunkNamed(dist: string, name: RegExp): string {
  const chunk = readdirSync(join(dist, 'assets')).find(
    (file) => name.test(file) && file.endsWith('.js'),
  )
  if (chunk === undefined) throw new Error(`The build has no chunk ${name.source}.`)
  return chunk
}

/** Chunks and everything that they import before they run. */
function withImports(dist: string, chunks: readonly string[]): readonly string[] {
  const loaded = new Set(chunks)
  for (const chunk of loaded) {
    const code = readFileSync(join(dist, 'assets', chunk), 'utf8')
    for (const [, name] of code.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) {
      if (name !== undefined) loaded.add(name)
    }
  }
  return [...loaded]
}

/** What these chunks are together, in KB of gzip. */
export function sizeOf(dist: string, chunks: readonly string[]): number {
  const bytes = chunks.map((chunk) => gzipSync(readFileSync(join(dist, 'assets', chunk))).length)
  return bytes.reduce((sum, size) => sum + size, 0) / 1024
}
