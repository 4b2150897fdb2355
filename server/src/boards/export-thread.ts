import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { liveRecords, readBoard as recordsOf, toBoardJson, toTldrawFile } from '@stip/documents'
import { notesAsCsv } from '@stip/documents/files'
import type { BoardId, SessionId } from '@stip/primitives'
import * as Y from 'yjs'
import { inTransaction } from '../storage/database.ts'
import { failureOf } from '../storage/log/log-messages.ts'
import type { Failure } from '../storage/log/log-messages.ts'
import { openLogToRead } from '../storage/log/log-tables.ts'
import { readBoard } from '../storage/log/read-board.ts'
import { Rows } from '../storage/log/rows.ts'

/** What a board can be taken home as. */
export type ExportFormat = 'tldr' | 'csv' | 'json'

/** What the thread is asked. */
export interface ExportQuestion {
  readonly id: number
  readonly boardId: BoardId
  readonly sessionId: SessionId
  readonly format: ExportFormat
  /** Of what was made of it before; see {@link ExportAnswer}. */
  readonly knownVersion: string | undefined
}

/** The file, or that it is as it was. */
export type ExportAnswer = { readonly id: number } & (
  | { readonly kind: 'made'; readonly version: string; readonly bytes: Uint8Array }
  | { readonly kind: 'same' }
  | { readonly kind: 'failed'; readonly failure: Failure }
)

const { folder } = workerData as { readonly folder: string }
const STORED_IMAGE = /^[\da-f]{64}\.(webp|png|jpg)$/
const mimeTypes: Readonly<Record<string, string>> = {
  webp: 'image/webp',
  png: 'image/png',
  jpg: 'image/jpeg',
}

/**
 * The thread that makes files of boards, from what is on the disk: reading a full board and
 * writing it down takes up to a second, in which nobody's pen should wait.
 */
function answer(question: ExportQuestion): ExportAnswer {
  const { id, boardId, knownVersion } = question
  const database = openLogToRead(folder)
  try {
    if (database === undefined) throw new Error('There are no boards.')
    return inTransaction(
      database,
      () => {
        const head = new Rows(database).head(boardId)
        const isKnown = typeof head === 'object' && versionOf(head) === knownVersion
        if (isKnown) return { id, kind: 'same' }
        const { entries, head: read } = readBoard(database, boardId)
        const doc = new Y.Doc()
        doc.transact(() => {
          for (const { update } of entries) Y.applyUpdate(doc, update)
        })
        const bytes = new TextEncoder().encode(fileOf(doc, question))
        return { id, kind: 'made', version: versionOf(read), bytes }
      },
      'BEGIN',
    )
  } catch (error) {
    return { id, kind: 'failed', failure: failureOf(error) }
  } finally {
    database?.close()
  }
}

function versionOf({ seq, hash }: { readonly seq: number; readonly hash: Uint8Array }): string {
  return `${seq} ${Buffer.from(hash).toString('base64')}`
}

function fileOf(doc: Y.Doc, { format, sessionId }: ExportQuestion): string {
  switch (format) {
    case 'tldr':
      return JSON.stringify(toTldrawFile(doc, imagesOf(doc, sessionId)))
    case 'json':
      return JSON.stringify(toBoardJson(doc))
    case 'csv':
      return notesAsCsv(liveRecords(doc))
    default:
      return format satisfies never
  }
}

/** The images of a board as data addresses, by the address they have here, so that a file stands alone. */
function imagesOf(doc: Y.Doc, sessionId: SessionId): ReadonlyMap<string, string> {
  const data = new Map<string, string>()
  for (const { record } of recordsOf(doc)) {
    const src = record.typeName === 'asset' ? record.props['src'] : undefined
    if (typeof src !== 'string' || data.has(src)) continue
    const [, , place, session, name = ''] = src.split('/')
    const ending = STORED_IMAGE.exec(name)?.[1]
    if (place !== 'assets' || session !== sessionId || ending === undefined) continue
    const bytes = imageAt(join(folder, 'assets', sessionId, name))
    if (bytes !== undefined) {
      data.set(src, `data:${mimeTypes[ending] ?? ''};base64,${bytes.toString('base64')}`)
    }
  }
  return data
}

function imageAt(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    // A picture that is not there keeps its place in the file.
    return undefined
  }
}

parentPort?.on('message', (question: ExportQuestion) => {
  const made = answer(question)
  const handedOver = made.kind === 'made' ? [made.bytes.buffer as ArrayBuffer] : []
  parentPort?.postMessage(made, handedOver)
})
