import type { Role } from '@stip/api'
import { liveOf, limits, readBoard } from '@stip/documents/light'
import type { BoardImport, FileOutcome, Placed } from '@stip/documents/files'
import type { SharedBoard } from '../../board/shared-board.ts'
import { newKey } from '../../live/requests/keys.ts'
import { nlInOut } from '../../texts/files/nl-in-out.ts'
import { placeImport } from './place-import.ts'
import { storeImages, withoutImages } from './store-images.ts'
import { tellImport } from './tell-import.ts'
import { part } from '../../live/part.ts'

/** What is to be put on a board. */
export type Source =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'lines'; readonly text: string }

/** How far it is, in words, and as a share from 0 up to 1 where that is known. */
export interface ImportProgress {
  readonly text: string
  readonly share?: number
}

/** How it ended. */
export type ImportOutcome =
  | {
      readonly kind: 'placed'
      readonly area: Placed['area']
      readonly sentences: readonly string[]
    }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'cancelled' }

interface ImportOptions {
  readonly board: SharedBoard
  readonly boardId: string
  readonly role: Role
  readonly imagesAllowed: boolean
  readonly signal: AbortSignal
  readonly onProgress: (progress: ImportProgress) => void
}

/** Reads a file and puts it on a board: all of it or nothing, and one step of undo. */
export async function importFile(source: Source, options: ImportOptions): Promise<ImportOutcome> {
  const { board, signal, onProgress, imagesAllowed } = options
  onProgress({ text: nlInOut.reading })
  const outcome = await read(source, options.role === 'facilitator')
  if (!outcome.ok) {
    return { kind: 'refused', sentence: nlInOut.refused(outcome.refusal, outcome.count) }
  }
  const { images } = outcome.value
  const full = problemWithRoom(board, outcome.value)
  if (full !== undefined) return { kind: 'refused', sentence: full }
  const total = images.length
  const stored = imagesAllowed
    ? await storeImages(outcome.value, {
        ...options,
        onProgress: (done) =>
          onProgress({ text: nlInOut.uploading(done, total), share: (done - 1) / total }),
      })
    : { records: withoutImages(outcome.value), failed: 0 }
  const { leavingOut, placeOnBoard } = await part(() => import('@stip/documents/files'))
  const placed = placeOnBoard(
    liveOf(readBoard(board.document)),
    stored.records,
    outcome.value.isBlock,
  )
  const count = placed.records.length
  const isPlaced = await placeImport({
    board,
    records: placed.records,
    signal,
    onProgress: (done) => onProgress({ text: nlInOut.placing(done, count), share: done / count }),
    pause: nextTurn,
  })
  if (!isPlaced) return { kind: 'cancelled' }
  const shapes = placed.records.filter(({ typeName }) => typeName === 'shape').length
  return {
    kind: 'placed',
    area: placed.area,
    sentences: [
      nlInOut.done(shapes),
      ...tellImport(outcome.value, leavingOut),
      ...(total > 0 && !imagesAllowed ? [nlInOut.imagesOff(total)] : []),
      ...(stored.failed > 0 ? [nlInOut.imagesFailed(stored.failed)] : []),
    ],
  }
}

async function read(source: Source, mayMakeZones: boolean): Promise<FileOutcome<BoardImport>> {
  const { readBoardFile, readLines, refuseFile } = await part(() => import('@stip/documents/files'))
  const options = { newId: newKey, mayMakeZones }
  if (source.kind === 'lines') return readLines(source.text, options)
  if (source.file.size > limits.fileBytes) return refuseFile('too-large')
  try {
    const bytes = new Uint8Array(await source.file.arrayBuffer())
    return readBoardFile(source.file.name, bytes, options)
  } catch {
    // The file went away after it was chosen, or the device cannot read it.
    return refuseFile('not-readable')
  }
}

/** A board holds so much; a file that does not fit as a whole is not put on it at all. */
function problemWithRoom({ document }: SharedBoard, { records }: BoardImport): string | undefined {
  const all = readBoard(document)
  const live = all.filter(({ isGone }) => !isGone).length
  const room = Math.min(limits.liveRecords - live, limits.allRecords - all.length)
  return records.length > room ? nlInOut.boardFull(Math.max(0, room), records.length) : undefined
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve)
  })
}
