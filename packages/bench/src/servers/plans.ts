import type { BoardPlan, Entrance } from '../job.ts'
import type { ServerName } from '../names.ts'
import { StipSession } from './stip-session.ts'

/** How many people, on how many boards. */
export interface Crowd {
  readonly boards: number
  /** On each board. */
  readonly drawers: number
  /** Who only look, on each board. */
  readonly readers: number
  /** Full clients on each of the first boards. */
  readonly probes: number
  readonly boardsWithProbes: number
  readonly records: number
}

/** Makes boards for a crowd on a Stip: a session for every board, a person for every drawer. */
export async function plansOnStip(base: URL, crowd: Crowd): Promise<readonly BoardPlan[]> {
  const plans: BoardPlan[] = []
  for (let board = 0; board < crowd.boards; board++) {
    const session = await StipSession.start(base)
    const drawers: Entrance[] = []
    while (drawers.length < crowd.drawers) drawers.push(await session.newPerson())
    const readers: Entrance[] = []
    while (readers.length < crowd.readers) readers.push(await session.newPerson())
    const probes: Entrance[] = []
    while (probes.length < probesOn(board, crowd)) probes.push(await session.newPerson())
    // The facilitator lays out the board and comes in late.
    const lateJoiner = session.facilitator
    plans.push({ drawers, readers, probes, lateJoiner, records: crowd.records })
  }
  return plans
}

/** Makes boards for a crowd on a peer: a name is enough. */
export function plansOnPeer(server: ServerName, port: number, crowd: Crowd): readonly BoardPlan[] {
  return Array.from({ length: crowd.boards }, (_, index) => {
    const board = `board-${index}`
    const entrance = (who: string): Entrance => ({
      host: '127.0.0.1',
      port,
      path: server === 'tldraw' ? `/${board}?sessionId=${who}` : `/${board}`,
      headers: { Origin: `http://127.0.0.1:${port}` },
      board,
    })
    const some = (kind: string, count: number): Entrance[] =>
      Array.from({ length: count }, (_unused, n) => entrance(`${kind}-${n}`))
    return {
      drawers: some('drawer', crowd.drawers),
      readers: some('reader', crowd.readers),
      probes: some('probe', probesOn(index, crowd)),
      lateJoiner: entrance('late'),
      records: crowd.records,
    }
  })
}

/** Everybody comes in on one board with a ticket that somebody else gives. */
export function plansWithTickets(url: URL, ticketFrom: URL, crowd: Crowd): readonly BoardPlan[] {
  if (crowd.boards > 1) throw new Error('An address of one board takes scenarios with one board.')
  const board = url.pathname.split('/').findLast((part) => part !== '') ?? ''
  const query = new URLSearchParams(url.search)
  query.set('stip', '1')
  const entrance: Entrance = {
    host: url.hostname,
    port: Number(url.port === '' ? 80 : url.port),
    path: `${url.pathname}?${query.toString()}&ticket={ticket}`,
    headers: {},
    board,
    ticketUrl: ticketFrom.href,
  }
  const some = (count: number): Entrance[] => Array.from({ length: count }, () => entrance)
  const { drawers, readers, records } = crowd
  const who = { drawers: some(drawers), readers: some(readers), probes: some(probesOn(0, crowd)) }
  return [{ ...who, lateJoiner: entrance, records }]
}

function probesOn(board: number, crowd: Crowd): number {
  return board < crowd.boardsWithProbes ? crowd.probes : 0
}
