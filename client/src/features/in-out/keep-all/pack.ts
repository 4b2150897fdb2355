import type { BoardRecord } from '@stip/board'
import { boardsAsCsv } from '@stip/documents/files'
import type { NamedBoard } from '@stip/documents/files'
import { strToU8, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import type { BoardPage } from '../../../canvas/board-props.ts'
import { nlKeepAll } from '../../../texts/nl-keep-all.ts'
import type { KeptPart } from '../../../texts/nl-keep-all.ts'
import { boardPdf } from '../board-pdf.ts'

/** In bytes. */
const LONG_TO_COMPRESS = 3_000_000

/** A board as it was gathered; what did not come is undefined. */
export interface Gathered {
  readonly name: string
  /** Letter of its group; '' for a board of everybody. */
  readonly letter: string
  readonly isEmpty: boolean
  readonly pictures: readonly Blob[] | undefined
  readonly pages: readonly BoardPage[] | undefined
  /** As the server exports it. */
  readonly json: string | undefined
  readonly tldraw: string | undefined
}

interface Session {
  readonly title: string
  readonly day: string
  /** Letters of groups, by their names in what is exported. */
  readonly letters: ReadonlyMap<string, string>
}

/** What is missing from what was gathered: of an empty board there are no pictures. */
export function missingIn(boards: readonly Gathered[]): readonly (readonly [string, KeptPart])[] {
  return boards.flatMap(({ name, isEmpty, pictures, pages, json, tldraw }) => {
    const isUndrawn = !isEmpty && (pictures === undefined || pages === undefined)
    return [
      ...(isUndrawn ? [[name, 'picture'] as const] : []),
      ...(json === undefined ? [[name, 'data'] as const] : []),
      ...(tldraw === undefined ? [[name, 'tldraw'] as const] : []),
    ]
  })
}

/** Everything of a session as one file (zip). */
export async function packed(boards: readonly Gathered[], session: Session): Promise<Blob> {
  const { files } = nlKeepAll
  const read = boards.map((board) => readBoard(board, session.letters))
  const contents: Zippable = {
    [files.readMe]: strToU8(`\uFEFF${readMe(boards, session)}`),
    [files.table]: strToU8(boardsAsCsv(read.flatMap(({ table }) => table ?? []))),
  }
  const parts = boards.flatMap(({ name, pages }) => (pages === undefined ? [] : [{ name, pages }]))
  if (parts.length > 0)
    contents[files.pages] = asIs(await bytesOf(await boardPdf(parts, session.title)))
  for (const [number, { name, pictures = [], tldraw }] of boards.entries()) {
    const file = fileName(number, name)
    for (const [part, picture] of pictures.entries()) {
      const suffix = pictures.length > 1 ? ` (${part + 1})` : ''
      // oxlint-disable-next-line no-await-in-loop
      contents[`${files.pictures}/${file}${suffix}.png`] = asIs(await bytesOf(picture))
    }
    const json = read[number]?.json
    if (json !== undefined) contents[`${files.data}/${file}.json`] = asText(json)
    if (tldraw !== undefined) contents[`${files.tldraw}/${file}.tldr`] = asText(tldraw)
  }
  return new Blob([zipSync(contents, { level: 6 })], {
    type: 'application/zip',
  })
}

/** What is compressed already only takes time to compress again. */
function asIs(bytes: Uint8Array): [Uint8Array, { level: 0 }] {
  return [bytes, { level: 0 }]
}

/** Text becomes a tenth; with photos in it, it takes long and becomes no smaller. */
function asText(text: string): Uint8Array | [Uint8Array, { level: 0 }] {
  const bytes = strToU8(text)
  return bytes.length > LONG_TO_COMPRESS ? asIs(bytes) : bytes
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer())
}

function readMe(boards: readonly Gathered[], { title, day }: Session): string {
  const names = boards.map(({ name, isEmpty }) => (isEmpty ? nlKeepAll.empty(name) : name))
  const missing = missingIn(boards).map(([name, part]) => nlKeepAll.missing(name, part))
  return nlKeepAll.readMe(title, day, names, missing)
}

interface ReadBoard {
  readonly json: string | undefined
  readonly table: NamedBoard | undefined
}

/** The data of a board, with the letters of the groups that things come from. */
function readBoard(
  { name, letter, json }: Gathered,
  letters: ReadonlyMap<string, string>,
): ReadBoard {
  if (json === undefined) return { json: undefined, table: undefined }
  const board = JSON.parse(json) as { readonly records: readonly ExportedRecord[] }
  const records = board.records.map((record) => {
    const own = lettersOf(record, letters)
    return { ...record, letters: own.length > 0 ? own : letter === '' ? [] : [letter] }
  })
  return {
    json: JSON.stringify({ ...board, board: { name, letter }, records }, null, 1),
    table: {
      name,
      letter,
      records,
      lettersOf: new Map(
        records.filter(({ sources }) => sources.length > 0).map((each) => [each.id, each.letters]),
      ),
    },
  }
}

type ExportedRecord = BoardRecord & { readonly sources: readonly { readonly group?: string }[] }

function lettersOf({ sources }: ExportedRecord, letters: ReadonlyMap<string, string>): string[] {
  const found = sources.flatMap(({ group }) => letters.get(group ?? '') ?? [])
  return [...new Set(found)].toSorted()
}

/** Numbered, so that boards stand in their own order and no two have one name. */
function fileName(number: number, name: string): string {
  const safe = name
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `${number + 1} ${safe.slice(0, 60)}`.trim()
}
