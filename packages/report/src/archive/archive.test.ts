import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sha256 } from '../canonical/hash.ts'
import { Archive, ArchiveRefusedError } from './archive.ts'
import { ARCHIVE_FORM } from './form.ts'
import type { Manifest } from './form.ts'
import { plainName } from './paths.ts'
import { leftOut, readme } from './words.ts'
import { ZipWriter } from './zip/zip-writer.ts'

const limits = { files: 20, fileBytes: 100_000, allBytes: 200_000, ratio: 200 }
const files = { 'stip/session.json': '{"id":"avond"}', 'LEESMIJ.txt': 'Lees dit.' }

describe('[R24] an archive', () => {
  it('gives what its manifest lists, as it was', () => {
    const archive = new Archive(zipOf(files), limits)
    expect(archive.manifest.session.title).toBe('Visie Sterrenveld')
    expect(archive.json('stip/session.json', z.object({ id: z.string() }))).toEqual({ id: 'avond' })
    expect(archive.read('stip/anders.json')).toBeUndefined()
  })

  it('of which a file is missing, other or of another kind than was said is damaged', () => {
    const { 'LEESMIJ.txt': _gone, ...fewer } = files
    const other = { ...files, 'LEESMIJ.txt': 'Lees dat.' }
    for (const zip of [zipOf(fewer, manifestOf(files)), zipOf(other, manifestOf(files))]) {
      const archive = new Archive(zip, limits)
      expect(problemWith(() => archive.need('LEESMIJ.txt'))).toBe('archive-damaged')
    }
    const archive = new Archive(zipOf(files), limits)
    expect(problemWith(() => archive.need('stip/events.json'))).toBe('archive-damaged')
    expect(problemWith(() => archive.json('LEESMIJ.txt', z.string()))).toBe('archive-damaged')
    expect(problemWith(() => archive.json('stip/session.json', z.string()))).toBe('archive-damaged')
  })

  it('does not give what its manifest does not list', () => {
    const archive = new Archive(zipOf({ ...files, 'extra.txt': 'Meer' }, manifestOf(files)), limits)
    expect(archive.read('extra.txt')).toBeUndefined()
  })

  it.each([
    ['is none without a manifest', new ZipWriter().end(), 'no-archive'],
    [
      'is none when it is a letter',
      new TextEncoder().encode('Beste lezer, '.repeat(3)),
      'no-archive',
    ],
    ['is none when its manifest is another', zipOf(files, { hello: 1 }), 'no-archive'],
    [
      'of a newer Stip is named as that',
      zipOf(files, { ...manifestOf(files), form: 'stip-archive/2' }),
      'newer-archive',
    ],
    [
      'with a path that no file has is none',
      zipOf({ ...files, '../stip.sqlite': 'x' }),
      'no-archive',
    ],
    ['that is too large is not unpacked', zipOf({ a: 'ab'.repeat(60_000) }), 'archive-too-large'],
  ])('%s', (_what, zip, problem) => {
    expect(problemWith(() => new Archive(zip, limits))).toBe(problem)
  })
})

describe('[R25] who opens an archive', () => {
  it('reads what is in it, what is not, and that it holds names', () => {
    const words = readme('Visie Sterrenveld')
    for (const each of [...leftOut, 'Visie Sterrenveld', 'Er staan namen in', 'nog geen besluit']) {
      expect(words).toContain(each)
    }
  })

  it.each([
    ['Één bord: café & zo', 'een-bord-cafe-zo'],
    ['  ', 'zonder-naam'],
    ['日本', 'zonder-naam'],
    ['../../etc', 'etc'],
  ])('finds %j as a file that every disk takes', (words, name) => {
    expect(plainName(words)).toBe(name)
  })
})

function zipOf(given: Readonly<Record<string, string>>, manifest: object = manifestOf(given)) {
  const writer = new ZipWriter()
  const all = { ...given, 'manifest.json': JSON.stringify(manifest) }
  const pieces = Object.entries(all).flatMap(([path, words]) =>
    writer.add({ path, bytes: new TextEncoder().encode(words), deflated: undefined }),
  )
  return Buffer.concat([...pieces, writer.end()])
}

function manifestOf(given: Readonly<Record<string, string>>): Manifest {
  return {
    form: ARCHIVE_FORM,
    madeAt: '2026-05-12T21:00:00.000Z',
    session: { id: 'avond', title: 'Visie Sterrenveld' },
    files: Object.entries(given).map(([path, words]) => ({
      path,
      bytes: new TextEncoder().encode(words).length,
      sha256: sha256(words),
      mediaType: 'text/plain',
      use: 'data',
    })),
    leftOut: [...leftOut],
  }
}

function problemWith(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof ArchiveRefusedError) return error.problem
    throw error
  }
}
