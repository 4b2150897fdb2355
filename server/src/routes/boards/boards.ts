import { TicketAnswer } from '@stip/api'
import { z } from 'zod'
import { exportName } from '../../boards/export.ts'
import { askerOf, boardVisitorOf } from '../../identity/grants.ts'
import { Tickets } from '../../identity/tickets.ts'
import type { Routes } from '../schemas.ts'
import { InCapacity, BoardAddress, refusals } from '../schemas.ts'

/** Tickets for other clients, and what can be taken home of a board. */
export const boardRoutes: Routes = async (server, { services }) => {
  const { tickets, rooms, exporter } = services

  server.post(
    '/api/boards/:boardId/ticket',
    {
      schema: {
        summary: 'Gives a ticket that opens /sync/{boardId}?ticket=… once, within a minute',
        params: BoardAddress,
        querystring: InCapacity,
        response: { 200: TicketAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { boardId } = request.params
      const { grant } = await boardVisitorOf(services, request, boardId, request.query.as)
      void reply.header('cache-control', 'no-store')
      return {
        ticket: tickets.issue(boardId, grant),
        expiresInSeconds: Tickets.lifetimeInSeconds,
      }
    },
  )

  for (const [format, { summary, type, answer }] of exportFormats) {
    server.get(
      `/api/boards/:boardId/export.${format}`,
      {
        schema: {
          summary,
          params: BoardAddress,
          querystring: InCapacity,
          response: { 200: answer, ...refusals },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params
        const visitor = await boardVisitorOf(services, request, boardId, request.query.as)
        const { session } = visitor
        // Opened here, so that what belongs on it is drawn and what is on its way is on the disk.
        const room = await rooms.open(boardId)
        await room.settled()
        const wanted = { boardId, sessionId: session.id, format }
        const bytes = await exporter.make(askerOf(visitor), wanted)
        return reply
          .header('content-disposition', exportName(session, boardId, format))
          .type(type)
          .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) as never)
      },
    )
  }
}

const exportFormats = [
  [
    'tldr',
    {
      summary: 'Gives a board as a tldraw file, images included',
      type: 'application/vnd.tldraw+json',
      answer: z.looseObject({}),
    },
  ],
  [
    'csv',
    {
      summary: 'Gives the notes of a board as a table, for a spreadsheet',
      type: 'text/csv; charset=utf-8',
      answer: z.string(),
    },
  ],
  [
    'json',
    {
      summary: 'Gives what is on a board, with sources, as plain JSON',
      type: 'application/json; charset=utf-8',
      answer: z.looseObject({}),
    },
  ],
] as const
