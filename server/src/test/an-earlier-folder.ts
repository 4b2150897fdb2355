import {
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'
import { readTar } from '../maintenance/tar.ts'

/** An evening as an earlier Stip left it, and what was to be seen of it then. */
export interface EarlierSession {
  readonly id: string
  /** Cookies of devices. */
  readonly facilitator: string
  readonly participants: readonly { readonly cookie: string; readonly personId: string }[]
  readonly code: string
}

interface Seen {
  readonly title: string
  readonly position: number
  readonly merges: number
  readonly people: readonly string[]
  /** What stood on each board, by id. */
  readonly boards: Readonly<Record<string, readonly string[]>>
}

type Name = 'waiting' | 'drawing' | 'merged' | 'ended'

/** What was noted when a folder was made. */
export interface EarlierNotes {
  readonly sessions: Readonly<Record<Name, EarlierSession>>
  readonly expected: Readonly<Record<Name, Seen>>
  /** The address of a photo; absent where there was none. */
  readonly image?: string
}

/** The names of the evenings in every folder. */
export const earlierNames: readonly Name[] = ['waiting', 'drawing', 'merged', 'ended']

const folder = fileURLToPath(new URL('earlier', import.meta.url))

export function notesOf(name: string): EarlierNotes {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as EarlierNotes
}

/** A data folder that the server of an earlier commit left behind: two stopped, two were killed. */
export function anEarlierFolder(commit: string): string {
  const target = aFolder()
  readTar(unzipped(commit), ({ name, copyTo }) => {
    const path = join(target, name)
    mkdirSync(dirname(path), { recursive: true })
    const file = openSync(path, 'w')
    copyTo(file, () => undefined)
    closeSync(file)
  })
  return target
}

/** A file beside the folders, without its compression. */
export function unzipped(name: string): string {
  const path = join(aFolder(), `${name}.tar`)
  writeFileSync(path, gunzipSync(readFileSync(join(folder, `${name}.tar.gz`))))
  return path
}

function aFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'stip-earlier-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}
