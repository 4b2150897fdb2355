import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { MiniaturesAnswer } from '@stip/api'
import { boardAccess } from '@stip/workshop'
import { z } from 'zod'
import { boardVisitorOf, visitorOf } from '../../identity/grants.ts'
import { AsRole, InCapacity, BoardAddress, refusals, SessionAddress } from '../schemas.ts'
import type { Routes } from '../schemas.ts'

const unpacked = promisify(gunzip)

/** Boards as they look from far, for who watches many: without a document or a connection for each. */
export const miniatureRoutes: Routes = async (server, { services }) => {
  const { miniatures } = services

  server.get(
    '/api/sessions/:sessionId/miniatures',
    {
      schema: {
        summary: 'Tells which boards may look different from far than when this was asked before',
        params: SessionAddress,
        querystring: AsRole.extend({ since: z.string().max(80).optional() }),
        response: { 200: MiniaturesAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { as, since } = request.query
      const { session, actor } = await visitorOf(services, request, request.params.sessionId, as)
      const readable = session.boards
        .map(({ id }) => id)
        .filter((id) => boardAccess(session, actor, id) !== 'none')
      void reply.header('cache-control', 'no-store')
      return { now: miniatures.now, boards: miniatures.changedSince(readable, since) }
    },
  )

  server.get(
    '/api/boards/:boardId/miniature',
    {
      // A console asks for each board that changed and is in sight, once a second at most.
      config: { timesUsual: 10 },
      schema: {
        summary: 'Gives what stands where on a board, as plain JSON; no words of notes',
        params: BoardAddress,
        querystring: InCapacity,
        response: { 200: z.looseObject({}), ...refusals },
      },
    },
    async (request, reply) => {
      const { boardId } = request.params
      await boardVisitorOf(services, request, boardId, request.query.as)
      const bytes = await miniatures.make(boardId)
      // It takes a while, and access may have ended.
      await boardVisitorOf(services, request, boardId, request.query.as)
      void reply
        .header('cache-control', 'no-store')
        .header('vary', 'accept-encoding')
        .type('application/json; charset=utf-8')
      const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
      if (takesGzip) void reply.header('content-encoding', 'gzip')
      return reply.send(Buffer.from(takesGzip ? bytes : await unpacked(bytes)) as never)
    },
  )
}
