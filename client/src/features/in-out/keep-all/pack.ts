import { boardsAsCsv } from '@stip/documents/files'
import type { NamedBoard } from '@stip/documents/files'
import { strToU8, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { nlKeepAll } from '../../../texts/files/nl-keep-all.ts'
import type { KeptPart } from '../../../texts/files/nl-keep-all.ts'
import { boardPdf } from '../board-pdf.ts'
import type { BoardForPaper } from '../document/content/content.ts'
import { forPaper, readExported } from '../exported-board.ts'
import type { BoardKind, LettersByGroup } from '../exported-board.ts'

/** In bytes. */
const LONG_TO_COMPRESS = 3_000_000

/** A board as it was gathered; what did not come is undefined. */
export interface Gathered {
  readonly name: string
  /** What it is called where its letter stands beside it. */
  readonly title: string
  /** Letter of its group; '' for a board of everybody. */
  readonly letter: string
  readonly kind: BoardKind
  readonly isEmpty: boolean
  readonly pictures: readonly Blob[] | undefined
  /** As the server exports it. */
  readonly json: string | undefined
  readonly tldraw: string | undefined
}

interface Session {
  readonly title: string
  readonly day: string
  /** Letters of groups, by their names in what is exported. */
  readonly letters: LettersByGroup
}

/** What is missing from what was gathered: of an empty board there are no pictures. */
export function missingIn(boards: readonly Gathered[]): readonly (readonly [string, KeptPart])[] {
  return boards.flatMap(({ name, isEmpty, pictures, json, tldraw }) => {
    const isUndrawn = !isEmpty && pictures === undefined
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
    [files.table]: strToU8(boardsAsCsv(inOrderOfEvening(read).flatMap(({ table }) => table ?? []))),
  }
  // All boards beside each other hold copies of the others only.
  const paper = read.flatMap(({ kind, paper }) => (kind === 'side-by-side' ? [] : (paper ?? [])))
  if (paper.length > 0) contents[files.pages] = asIs(await bytesOf(await boardPdf(paper, session)))
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
  readonly kind: BoardKind
  readonly json: string | undefined
  readonly table: NamedBoard | undefined
  readonly paper: BoardForPaper | undefined
}

/** The data of a board, with the letters of the groups that things come from. */
function readBoard(board: Gathered, lettersByGroup: LettersByGroup): ReadBoard {
  const { name, letter, kind, json } = board
  if (json === undefined) return { kind, json, table: undefined, paper: undefined }
  const exported = readExported(json, letter, lettersByGroup)
  const { rest, records } = exported
  return {
    kind,
    json: JSON.stringify({ ...rest, board: { name, letter }, records }, null, 1),
    table: {
      name,
      letter,
      records,
      lettersOf: new Map(records.map((each) => [each.id, each.letters])),
    },
    paper: forPaper(exported, board),
  }
}

const placeInEvening: Readonly<Record<BoardKind, number>> = {
  plenary: 0,
  group: 1,
  vision: 2,
  'side-by-side': 3,
}

/** Boards as their steps come in an evening, without those that hold copies of others only. */
function inOrderOfEvening(boards: readonly ReadBoard[]): readonly ReadBoard[] {
  return boards
    .filter(({ kind }) => kind !== 'side-by-side')
    .toSorted((one, other) => placeInEvening[one.kind] - placeInEvening[other.kind])
}

/** Numbered, so that boards stand in their own order and no two have one name. */
function fileName(number: number, name: string): string {
  const safe = name
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `${number + 1} ${safe.slice(0, 60)}`.trim()
}
