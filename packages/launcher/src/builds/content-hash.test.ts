import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { contentHash, isBuildInput } from './content-hash.mjs'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('the hash that decides whether the screens are built again', () => {
  it('is the same for the same contents, whenever they were written', () => {
    const one = aFolder({ 'src/main.ts': 'a', 'src/deep/other.ts': 'b' })
    const other = aFolder({ 'src/deep/other.ts': 'b', 'src/main.ts': 'a' })
    utimesSync(path.join(other, 'src/main.ts'), 0, 0)
    expect(contentHash(one, ['src'])).toBe(contentHash(other, ['src']))
  })

  it.each([
    ['contents', { 'src/main.ts': 'changed' }],
    ['name', { 'src/other.ts': 'a' }],
    ['place', { 'src/deep/main.ts': 'a' }],
    ['company', { 'src/main.ts': 'a', 'src/more.ts': '' }],
  ])('changes with the %s of a file', (_what, files) => {
    const before = aFolder({ 'src/main.ts': 'a' })
    expect(contentHash(aFolder(files), ['src'])).not.toBe(contentHash(before, ['src']))
  })

  it('does not change with tests, builds and installed parts', () => {
    const before = aFolder({ 'src/main.ts': 'a' })
    const after = aFolder({
      'src/main.ts': 'a',
      'src/main.test.ts': 'x',
      'src/dist/main.js': 'x',
      'src/node_modules/part/index.js': 'x',
    })
    expect(contentHash(after, ['src'])).toBe(contentHash(before, ['src']))
  })

  it('counts a single file, and does without one that is missing', () => {
    const folder = aFolder({ 'lock.yaml': 'a' })
    expect(contentHash(folder, ['lock.yaml', 'missing'])).toBe(contentHash(folder, ['lock.yaml']))
    expect(contentHash(folder, ['lock.yaml'])).not.toBe(contentHash(folder, []))
  })

  it('leaves out what no browser ever gets', () => {
    expect(['a.test.ts', 'b.contract.ts', 'SPEC.md', 'c.ts'].filter(isBuildInput)).toEqual(['c.ts'])
  })
})

function aFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'stip-hash-'))
  folders.push(folder)
  for (const [name, contents] of Object.entries(files)) {
    const place = path.join(folder, name)
    mkdirSync(path.dirname(place), { recursive: true })
    writeFileSync(place, contents)
  }
  return folder
}
