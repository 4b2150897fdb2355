import type { BoardHandle } from '../../../canvas/board-props.ts'
import { exportUrl } from '../../../live/api.ts'
import { limitMs } from '../../../live/ask.ts'
import { limitedFetch } from '../../../live/limited-fetch.ts'
import { part } from '../../../live/part.ts'
import type { KeptPart } from '../../../texts/nl-keep-all.ts'
import type { Gathered } from './pack.ts'

/** A board to be saved. */
export interface BoardToKeep {
  readonly id: string
  readonly name: string
  readonly letter: string
}

interface Session {
  readonly title: string
  readonly day: string
  readonly letters: ReadonlyMap<string, string>
}

/** What gathering needs of the screen, and tells it. */
export interface Gathering {
  /** Opens a board out of sight; rejects when it cannot. */
  readonly draw: (board: BoardToKeep) => Promise<BoardHandle>
  /** How far it is, from 0 up to 1, and with which board; undefined for the file itself. */
  readonly onProgress: (share: number, board?: number) => void
  readonly signal: AbortSignal
}

/** The file, and what is missing from it by board. */
export interface Kept {
  readonly file: Blob
  readonly missing: readonly (readonly [board: string, part: KeptPart])[]
}

/** What of the work on a board is opening it, fetching its data and drawing its pictures. */
const shares = { opened: 0.2, pictured: 0.5 } as const

/**
 * Gathers everything of all boards, one after the other. What fails is left out and told; the rest
 * goes into the file.
 */
export async function gatherAll(
  boards: readonly BoardToKeep[],
  session: Session,
  { draw, onProgress, signal }: Gathering,
): Promise<Kept> {
  const gathered: Gathered[] = []
  for (const [number, board] of boards.entries()) {
    const tell = (share: number): void => onProgress((number + share) / (boards.length + 1), number)
    tell(0)
    // One after the other: each opens a canvas, and asks the server for whole boards.
    // oxlint-disable-next-line no-await-in-loop
    gathered.push(await gather(board, draw, tell, signal))
    signal.throwIfAborted()
  }
  onProgress(boards.length / (boards.length + 1))
  const { packed, missingIn } = await part(() => import('./pack.ts'))
  const file = await packed(gathered, session)
  signal.throwIfAborted()
  return { file, missing: missingIn(gathered) }
}

async function gather(
  board: BoardToKeep,
  draw: Gathering['draw'],
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Gathered> {
  const [json, tldraw] = await Promise.all([
    textOf(board.id, 'json', signal),
    textOf(board.id, 'tldr', signal),
  ])
  const isEmpty = json !== undefined && !/"type":"(?!zone")/.test(json)
  const { name, letter } = board
  const plain = { name, letter, isEmpty, json, tldraw }
  if (isEmpty) return { ...plain, pictures: undefined, pages: undefined }
  const handle = await unlessItFails(signal, () => draw(board))
  if (handle === undefined) return { ...plain, pictures: undefined, pages: undefined }
  tell(shares.opened)
  const between = (from: number, to: number) => (share: number) => tell(from + share * (to - from))
  const { opened, pictured } = shares
  const pictures = await unlessItFails(signal, () =>
    handle.exportPngs({ signal, onProgress: between(opened, pictured) }),
  )
  const pages = await unlessItFails(signal, () =>
    handle.exportPages({ signal, onProgress: between(pictured, 1) }),
  )
  return { ...plain, pictures, pages }
}

async function textOf(
  boardId: string,
  format: 'json' | 'tldr',
  signal: AbortSignal,
): Promise<string | undefined> {
  return unlessItFails(signal, () =>
    limitedFetch(
      exportUrl(boardId, format, 'facilitator'),
      { limitMs: limitMs.long, signal, credentials: 'same-origin', cache: 'no-store' },
      async (response) => {
        if (!response.ok) throw new Error(`The server answered ${response.status}.`)
        return response.text()
      },
    ),
  )
}

/** What fails is missing; what is called off ends all of it. */
async function unlessItFails<Value>(
  signal: AbortSignal,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await work()
  } catch {
    signal.throwIfAborted()
    return undefined
  }
}
