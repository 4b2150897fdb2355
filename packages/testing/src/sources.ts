import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** One file that people wrote. */
export interface SourceFile {
  /** From the top of the repository, with '/' between folders. */
  readonly path: string
  readonly text: string
  readonly isTest: boolean
}

/** The top of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

const ignoredFolders = new Set(['node_modules', 'dist', 'coverage', 'test-results'])
const sourceName = /\.(?:ts|tsx|mts|js|jsx|mjs|cjs|css)$/
/** Tests, the suites they share, and the builders they are written with ('a-session.ts'). */
const testName = /\.(?:test|contract)\.tsx?$|\/src\/test\/|\/a-[a-z-]+\.ts$/

/** All source files in a folder of the repository, however deep. */
export function sourcesIn(folder: string): SourceFile[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const inside = `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      return ignoredFolders.has(entry.name) || entry.name.startsWith('.') ? [] : sourcesIn(inside)
    }
    if (!sourceName.test(entry.name)) return []
    const text = readFileSync(path.join(root, inside), 'utf8')
    return [{ path: inside, text, isTest: testName.test(inside) }]
  })
}

/** Every module that a file imports, re-exports or loads, as it is written there. */
export function importsOf(text: string): string[] {
  const written = String.raw`(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\(|@import)\s*(['"])([^'"\n]+)\1`
  return [...withoutComments(text).matchAll(new RegExp(written, 'g'))].map(
    (found) => found[2] ?? '',
  )
}

/** The words of a program: without comments, and without what stands between single or double quotes. */
export function codeOf(text: string): string {
  return withoutComments(text).replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''")
}

/** Where an import leads: a path in the repository, or the name of the module as it was written. */
export function targetOf(file: string, specifier: string): string {
  return specifier.startsWith('.')
    ? path.posix.join(path.posix.dirname(file), specifier)
    : specifier
}

/** The package that a module belongs to: '@stip/sync' for '@stip/sync/room', 'yjs' for 'yjs'. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function withoutComments(text: string): string {
  const quotedOrComment =
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g
  return text.replace(quotedOrComment, (_all, quoted?: string) => quoted ?? ' ')
}
