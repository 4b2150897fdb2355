import type { BoardHandle } from '../../../canvas/board-props.ts'
import { exportUrl } from '../../../live/api/export-url.ts'
import { limitMs } from '../../../live/requests/ask.ts'
import { limitedFetch } from '../../../live/requests/limited-fetch.ts'
import { part } from '../../../live/part.ts'
import type { KeptPart } from '../../../texts/files/nl-keep-all.ts'
import type { BoardKind } from '../exported-board.ts'
import type { Gathered } from './pack.ts'

/** A board to be saved. */
export interface BoardToKeep {
  readonly id: string
  readonly name: string
  /** What it is called where its letter stands beside it. */
  readonly title: string
  readonly letter: string
  readonly kind: BoardKind
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

/** What of the work on a board is opening it and fetching its data; the rest is its pictures. */
const OPENED = 0.3

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
  let data = boards[0] && dataOf(boards[0], signal)
  for (const [number, board] of boards.entries()) {
    const tell = (share: number): void => onProgress((number + share) / (boards.length + 1), number)
    tell(0)
    const mine = data ?? dataOf(board, signal)
    // The server makes the data of the next one while this one is drawn.
    const next = boards[number + 1]
    data = next && dataAfter(mine, next, signal)
    // Who calls it off waits for none of it.
    data?.catch(() => undefined)
    // One after the other: each opens a canvas.
    // oxlint-disable-next-line no-await-in-loop
    gathered.push(await gather(board, mine, draw, tell, signal))
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
  data: Data,
  draw: Gathering['draw'],
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Gathered> {
  const { json, tldraw } = await data
  const isEmpty = json !== undefined && !/"type":"(?!zone")/.test(json)
  const { name, title, letter, kind } = board
  const plain = { name, title, letter, kind, isEmpty, json, tldraw }
  if (isEmpty) return { ...plain, pictures: undefined }
  const handle = await unlessItFails(signal, () => draw(board))
  if (handle === undefined) return { ...plain, pictures: undefined }
  tell(OPENED)
  const pictures = await unlessItFails(signal, () =>
    handle.exportPngs({ signal, onProgress: (share) => tell(OPENED + share * (1 - OPENED)) }),
  )
  return { ...plain, pictures }
}

async function dataAfter(before: Data, board: BoardToKeep, signal: AbortSignal): Data {
  await before
  return dataOf(board, signal)
}

type Data = Promise<{ readonly json: string | undefined; readonly tldraw: string | undefined }>

async function dataOf({ id }: BoardToKeep, signal: AbortSignal): Data {
  const [json, tldraw] = await Promise.all([textOf(id, 'json', signal), textOf(id, 'tldr', signal)])
  return { json, tldraw }
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
