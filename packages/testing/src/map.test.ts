import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { root, sourcesIn } from './sources.ts'

/** Beyond this, nobody sees anymore what stands in a folder. */
const MOST_FILES = 22

const files = ['packages', 'server', 'client', 'e2e'].flatMap((folder) =>
  sourcesIn(folder).map((file) => file.path),
)

it.each(['ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s names only what is there', (document) => {
  const text = readFileSync(path.join(root, document), 'utf8')
  const named = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+|[\w-]+\.(?:ts|tsx|mjs))`/g)]
  const known = files.flatMap((file) => namesOf(file)).join('\n')
  const missing = named
    .map(([, name = '']) => name)
    .filter((name) => !known.includes(`/${name}/`))
    // A contract stands beside its package, not in its code.
    .filter((name) => !name.endsWith('.md') || !existsSync(path.join(root, 'packages', name)))
  expect(named.length).toBeGreaterThan(0)
  expect(missing).toEqual([])
})

it(`no folder has more than ${MOST_FILES} files of its own`, () => {
  const counts = new Map<string, number>()
  for (const file of files) {
    const folder = path.posix.dirname(file)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([])
})

/** How a file may be named: with its ending or without, and without the 'src' of its package. */
function namesOf(file: string): string[] {
  const short = file.replace('/src/', '/')
  return [file, short, file.replace(/\.\w+$/, ''), short.replace(/\.\w+$/, '')].map(
    (name) => `/${name}/`,
  )
}
