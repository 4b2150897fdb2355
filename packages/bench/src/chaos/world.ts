import * as Y from 'yjs'
import { within } from '../driver/waiting.ts'
import type { Entrance } from '../job.ts'
import { StipSession } from '../servers/stip-session.ts'
import { compare } from './ledger.ts'
import type { Difference } from './ledger.ts'
import { Ledger } from './ledger.ts'
import { RawClient } from './raw-client.ts'

const WRITERS = 3
const PATIENCE_MS = 30_000

/** One board, with those who come to it. */
export interface Board {
  readonly ledger: Ledger
  readonly reader: Entrance
  readonly writers: readonly Entrance[]
  /** Everything that was shown to who only looks, as an update. */
  shown?: Uint8Array
}

/** Makes boards, each with some writers and a reader. */
export async function newBoards(base: URL, count: number): Promise<readonly Board[]> {
  const boards: Board[] = []
  while (boards.length < count) {
    const session = await StipSession.start(base)
    const writers: Entrance[] = []
    while (writers.length < WRITERS) writers.push(await session.newPerson())
    boards.push({ ledger: new Ledger(), reader: session.facilitator, writers })
  }
  return boards
}

/** The same way in, on a server at another port. */
function onPort(entrance: Entrance, port: number): Entrance {
  const headers = { ...entrance.headers, Origin: `http://127.0.0.1:${port}` }
  return { ...entrance, port, headers }
}

/** What a client that knows nothing is given: the board, or why it does not open. */
async function readFresh(
  entrance: Entrance,
): Promise<{ readonly client: RawClient } | { readonly refused: string }> {
  // Nobody's ledger: what this one sees, it may be seeing too late to count.
  const client = new RawClient(entrance, new Ledger())
  const outcome = await within(
    PATIENCE_MS,
    Promise.race([client.synced.then(() => undefined), client.closed]),
    () => 'A board neither opens nor refuses.',
  )
  return outcome === undefined ? { client } : { refused: outcome }
}

/** Reads a board as somebody new, and holds it against what people were told and shown. */
export async function check(board: Board, port: number): Promise<Difference | string> {
  const read = await readFresh(onPort(board.reader, port))
  if ('refused' in read) return read.refused
  const { client } = read
  const difference = compare(board.ledger, client.notes)
  const holdsAll =
    board.shown === undefined || Y.snapshotContainsUpdate(Y.snapshot(client.doc), board.shown)
  client.end()
  return { ...difference, unlike: holdsAll ? 0 : 1 }
}

/** What a board consists of, as it is served: to be compared with how it is after a restart. */
export async function standingOf(board: Board, port: number): Promise<string> {
  const read = await readFresh(onPort(board.reader, port))
  if ('refused' in read) return read.refused
  const { client } = read
  client.end()
  return Buffer.from(Y.encodeSnapshot(Y.snapshot(client.doc))).toString('base64')
}
