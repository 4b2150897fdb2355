import { TicketAnswer } from '@stip/api'
import { liveRecords, toBoardJson, toTldrawFile } from '@stip/documents'
import { notesAsCsv } from '@stip/documents/files'
import { z } from 'zod'
import { assetDataOf, exportName } from '../boards/export.ts'
import { boardVisitorOf } from '../identity/grants.ts'
import { Tickets } from '../identity/tickets.ts'
import type { Routes } from './schemas.ts'
import { AsRole, BoardAddress, refusals } from './schemas.ts'

/** Tickets for other clients, and what can be taken home of a board. */
export const boardRoutes: Routes = async (server, { services }) => {
  const { tickets, rooms } = services

  server.post(
    '/api/boards/:boardId/ticket',
    {
      schema: {
        summary: 'Gives a ticket that opens /sync/{boardId}?ticket=… once, within a minute',
        params: BoardAddress,
        querystring: AsRole,
        response: { 200: TicketAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { boardId } = request.params
      const { grant } = boardVisitorOf(services, request, boardId, request.query.as)
      void reply.header('cache-control', 'no-store')
      return {
        ticket: tickets.issue(boardId, grant),
        expiresInSeconds: Tickets.lifetimeInSeconds,
      }
    },
  )

  server.get(
    '/api/boards/:boardId/export.tldr',
    {
      schema: {
        summary: 'Gives a board as a tldraw file, images included',
        params: BoardAddress,
        querystring: AsRole,
        response: { 200: z.looseObject({}), ...refusals },
      },
    },
    async (request, reply) => {
      const { boardId } = request.params
      const { session } = boardVisitorOf(services, request, boardId, request.query.as)
      const room = await rooms.open(boardId)
      const assets = await assetDataOf(services, session, room)
      void reply
        .header('content-disposition', exportName(session, boardId, 'tldr'))
        .type('application/vnd.tldraw+json')
        .serializer(JSON.stringify)
      await room.settled()
      return room.read((doc) => ({ ...toTldrawFile(doc, assets) }))
    },
  )

  server.get(
    '/api/boards/:boardId/export.csv',
    {
      schema: {
        summary: 'Gives the notes of a board as a table, for a spreadsheet',
        params: BoardAddress,
        querystring: AsRole,
        response: { 200: z.string(), ...refusals },
      },
    },
    async (request, reply) => {
      const { boardId } = request.params
      const { session } = boardVisitorOf(services, request, boardId, request.query.as)
      const room = await rooms.open(boardId)
      void reply
        .header('content-disposition', exportName(session, boardId, 'csv'))
        .type('text/csv; charset=utf-8')
        .serializer(String)
      return notesAsCsv(room.read(liveRecords))
    },
  )

  server.get(
    '/api/boards/:boardId/export.json',
    {
      schema: {
        summary: 'Gives what is on a board, with sources, as plain JSON',
        params: BoardAddress,
        querystring: AsRole,
        response: { 200: z.looseObject({}), ...refusals },
      },
    },
    async (request, reply) => {
      const { boardId } = request.params
      const { session } = boardVisitorOf(services, request, boardId, request.query.as)
      const room = await rooms.open(boardId)
      void reply
        .header('content-disposition', exportName(session, boardId, 'json'))
        .serializer(JSON.stringify)
      await room.settled()
      return room.read((doc) => ({ ...toBoardJson(doc) }))
    },
  )
}
