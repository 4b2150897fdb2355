import { Capacity } from '@stip/api'
import type { WebSocket } from '@fastify/websocket'
import { CloseCode } from '@stip/sync/protocol'
import { boardAccess } from '@stip/workshop'
import type { FastifyRequest } from 'fastify'
import { boardChannel } from '../../boards/wire/board-channel.ts'
import { receiveFramesFast } from '../../boards/wire/fast-frame-receiver.ts'
import { RequestRefusedError, UpdateLogDamagedError } from '../../errors.ts'
import { actorOf, doorOf, findInCapacity, isStillGranted } from '../../identity/grants.ts'
import { judgeOrigin } from '../../identity/origin.ts'
import type { Services } from '../../services.ts'
import type { Routes } from '../schemas.ts'
import { BoardAddress } from '../schemas.ts'

interface SyncQuery {
  readonly as?: unknown
  readonly ticket?: unknown
  readonly stip?: unknown
}

/**
 * Boards over WebSocket, in the y-websocket protocol.
 *
 * Who may not come in is let in first and then sent away with a close code: y-websocket stops on
 * a code from 4400 to 4499, but asks for ever when the upgrade itself fails.
 */
export const syncRoutes: Routes = async (server, { services }) => {
  const visit = async (socket: WebSocket, request: FastifyRequest): Promise<void> => {
    const { boardId } = request.params as { boardId: string }
    const query = request.query as SyncQuery
    // Frames may come before the board is open: nothing a client says is lost.
    const early: Uint8Array[] = []
    let hear = (frame: Uint8Array): void => void early.push(frame)
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      // The same bytes, without Buffer's own ideas of slicing.
      if (isBinary) hear(new Uint8Array(data.buffer, data.byteOffset, data.length))
      else socket.close(CloseCode.malformed, 'text frame')
    })
    receiveFramesFast(socket, (frame) => hear(frame))

    const admitted = await admit(services, request, boardId, query)
    if (typeof admitted === 'number') {
      socket.close(admitted, 'not allowed')
      return
    }
    const kind = typeof query.ticket === 'string' ? 'programs' : 'tabs'
    const door = doorOf(admitted.grant, `${kind} at ${boardId}`)
    socket.on('close', services.doors.enter(door, socket, services.limits.connections[kind]))
    const seat = await services.rooms
      .enter(boardId, {
        ...admitted,
        channel: boardChannel(socket, request.raw.socket, services.rooms.deflateOf(boardId)),
        speaksStip: query.stip === '1',
      })
      .catch((error: unknown) => {
        // The client keeps its work. From a damaged log there is no coming back before somebody has
        // put a backup back; a full disk, or a stop of ours, passes.
        request.log.error(error)
        const isDamaged = error instanceof UpdateLogDamagedError
        socket.close(
          isDamaged ? CloseCode.boardDamaged : CloseCode.goingAway,
          'board does not open',
        )
      })
    if (seat === undefined) return
    // A board may take a while to open; who is sent away from now on is found in their seat.
    const isStill = await isStillGranted(services, admitted.grant)
    if (!isStill) socket.close(CloseCode.notAllowed, 'not allowed')
    if (!isStill || socket.readyState !== socket.OPEN) {
      seat.leave()
      return
    }
    socket.on('close', () => seat.leave())
    for (const frame of early.splice(0)) seat.receive(frame)
    hear = (frame) => seat.receive(frame)
  }

  server.route({
    method: 'GET',
    url: '/sync/:boardId',
    schema: { hide: true },
    handler: async () => {
      throw new RequestRefusedError('upgrade-required')
    },
    wsHandler: visit,
  })
}

type Admitted = Pick<Parameters<Services['rooms']['enter']>[1], 'grant' | 'actor'>

/** Who this is and that they may be here, or the code with which they are sent away. */
async function admit(
  services: Services,
  request: FastifyRequest,
  boardId: string,
  query: SyncQuery,
): Promise<Admitted | CloseCode> {
  const session = BoardAddress.safeParse({ boardId }).success
    ? await services.desk.openOfBoard(boardId)
    : undefined
  if (session === undefined) return CloseCode.noSuchBoard
  const visitor = await visitorFor(services, request, boardId, session.id, query)
  if (visitor === undefined) return CloseCode.notAllowed
  const { grant, actor } = visitor
  if (boardAccess(session, actor, boardId) === 'none') return CloseCode.noSuchBoard
  if (actor.role !== 'scribe') services.arrivals.seen(session, actor)
  return { grant, actor }
}

async function visitorFor(
  services: Services,
  request: FastifyRequest,
  boardId: string,
  sessionId: string,
  { as, ticket }: SyncQuery,
): Promise<Admitted | undefined> {
  const origin = judgeOrigin(request, services.config.publicUrl)
  if (typeof ticket === 'string') {
    const given = services.tickets.redeem(ticket, boardId)
    if (given === undefined || origin === 'foreign' || origin === 'nameless-proxy') return undefined
    // The grant may have been withdrawn since the ticket was given.
    const { deviceHash, role } = given
    const grant = await services.storage.grants.find(deviceHash, given.sessionId, role)
    const actor = grant && actorOf(grant)
    return actor && { grant, actor }
  }
  // Browsers always name an origin; without one, a cookie alone proves nothing.
  const capacity = Capacity.safeParse(as)
  if (!capacity.success || origin !== 'own') return undefined
  return findInCapacity(services, request, sessionId, capacity.data)
}
