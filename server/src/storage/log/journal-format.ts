import { crc32 } from 'node:zlib'
import type { BoardId } from '@stip/primitives'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Row } from './chain.ts'

/** Rows that one group commit adds to one board. */
export interface BoardRows {
  readonly boardId: BoardId
  readonly rows: readonly Row[]
}

/** One group commit. */
export interface JournalRecord {
  /** Counts up from 1 over all journals of a data folder. */
  readonly number: number
  readonly boards: readonly BoardRows[]
}

/** What a journal file holds. */
export interface JournalContents {
  /** The number of the last record before this file. */
  readonly base: number
  /** The records that can be read, in order. */
  readonly records: readonly JournalRecord[]
  /** Where the last good record ends. */
  readonly end: number
  /** Bytes that are no record stand between two records that are: something was damaged. */
  readonly hasHole: boolean
}

const HEADER = Buffer.from('stip journal 1\n\0')
const MARK = Buffer.from([0xd5, 0x4a, 0x72, 0x31])
const FRAME_BYTES = 12

/** The first bytes of a journal. */
export function encodeHeader(base: number): Buffer {
  const header = Buffer.alloc(HEADER.length + 12)
  HEADER.copy(header)
  header.writeDoubleBE(base, HEADER.length)
  header.writeUInt32BE(crc32(header.subarray(0, HEADER.length + 8)), HEADER.length + 8)
  return header
}

export function encodeRecord({ number, boards }: JournalRecord): Buffer {
  const payload = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, number)
    encoding.writeVarUint(encoder, boards.length)
    for (const { boardId, rows } of boards) {
      encoding.writeVarString(encoder, boardId)
      encoding.writeVarUint(encoder, rows.length)
      for (const { seq, author, bytes, previous } of rows) {
        encoding.writeVarUint(encoder, seq)
        encoding.writeVarString(encoder, author)
        encoding.writeVarUint8Array(encoder, bytes)
        encoding.writeVarUint8Array(encoder, previous)
      }
    }
  })
  const frame = Buffer.alloc(FRAME_BYTES)
  MARK.copy(frame)
  frame.writeUInt32BE(payload.length, 4)
  frame.writeUInt32BE(crc32(payload, crc32(frame.subarray(0, 8))), 8)
  return Buffer.concat([frame, payload])
}

/** Reads a journal; undefined when its first bytes are not those of one. Never throws. */
export function readJournal(file: Buffer): JournalContents | undefined {
  const start = HEADER.length + 12
  if (file.length < start || !file.subarray(0, HEADER.length).equals(HEADER)) return undefined
  if (crc32(file.subarray(0, start - 4)) !== file.readUInt32BE(start - 4)) return undefined
  const records: JournalRecord[] = []
  let [end, hasHole] = [start, false]
  // A damaged record does not hide those after it: look for the next mark that holds.
  for (let at = start; at !== -1; at = file.indexOf(MARK, at)) {
    const found = readRecord(file, at)
    if (found === undefined) {
      at++
      continue
    }
    if (at !== end) hasHole = true
    records.push(found.record)
    end = found.end
    at = end
  }
  return { base: file.readDoubleBE(HEADER.length), records, end, hasHole }
}

function readRecord(file: Buffer, at: number): { record: JournalRecord; end: number } | undefined {
  if (at + FRAME_BYTES > file.length) return undefined
  const frame = file.subarray(at, at + FRAME_BYTES)
  const end = at + FRAME_BYTES + frame.readUInt32BE(4)
  if (end > file.length) return undefined
  const payload = file.subarray(at + FRAME_BYTES, end)
  if (crc32(payload, crc32(frame.subarray(0, 8))) !== frame.readUInt32BE(8)) return undefined
  return { record: readPayload(payload), end }
}

function readPayload(payload: Uint8Array): JournalRecord {
  const decoder = decoding.createDecoder(payload)
  const number = decoding.readVarUint(decoder)
  const boards = Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    boardId: decoding.readVarString(decoder),
    rows: Array.from({ length: decoding.readVarUint(decoder) }, () => ({
      seq: decoding.readVarUint(decoder),
      author: decoding.readVarString(decoder),
      bytes: decoding.readVarUint8Array(decoder),
      previous: decoding.readVarUint8Array(decoder),
    })),
  }))
  return { number, boards }
}
