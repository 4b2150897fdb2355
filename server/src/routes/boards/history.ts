import { setImmediate } from 'node:timers/promises'
import { MomentRecords, MomentsAnswer, Provenance } from '@stip/api'
import type { MomentView } from '@stip/api'
import { takenAwayOn } from '@stip/workshop'
import { z } from 'zod'
import { RequestRefusedError } from '../../errors.ts'
import { unpacked, without } from '../../history/kept-records.ts'
import { provenanceOf } from '../../history/provenance.ts'
import { canPreview } from '../../history/told-history.ts'
import { askerOf, boardVisitorOf } from '../../identity/grants.ts'
import type { Moment } from '../../storage/stores/moment-store.ts'
import type { Routes } from '../schemas.ts'
import { InCapacity, BoardAddress, refusals } from '../schemas.ts'

const MomentAddress = BoardAddress.extend({ moment: z.coerce.number().int().min(1) })
const RecordAddress = BoardAddress.extend({ recordId: z.string().min(1).max(200) })

/** A slider that is dragged asks often; a script that goes on asking has seen it all. */
const config = { timesUsual: 1 / 2 }

/** What boards looked like, and where what is on them came from. */
export const historyRoutes: Routes = async (server, { services }) => {
  const { storage, readingTurns } = services

  server.get(
    '/api/boards/:boardId/moments',
    {
      config,
      schema: {
        summary: 'Lists the kept moments of a board, oldest first',
        params: BoardAddress,
        querystring: InCapacity,
        response: { 200: MomentsAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { boardId } = request.params
      await boardVisitorOf(services, request, boardId, request.query.as)
      void reply.header('cache-control', 'no-store')
      const isLeading = request.query.as === 'facilitator'
      const moments = (await storage.moments.list(boardId)).map(asView)
      return { moments: isLeading ? moments : moments.filter(({ canPreview }) => canPreview) }
    },
  )

  server.get(
    '/api/boards/:boardId/moments/:moment',
    {
      config,
      schema: {
        summary: 'Gives what stood on a board at a moment: MomentRecords',
        params: MomentAddress,
        querystring: InCapacity,
        response: { 200: MomentRecords, ...refusals },
      },
    },
    async (request, reply) => {
      const { boardId, moment: number } = request.params
      const visitor = await boardVisitorOf(services, request, boardId, request.query.as)
      const moments = await storage.moments.list(boardId)
      const moment = moments.find((each) => each.number === number)
      if (moment === undefined) throw new RequestRefusedError('no-such-moment')
      if (!asView(moment).canPreview) throw new RequestRefusedError('moment-is-anonymous')
      const records = (await storage.moments.records(boardId, number)) ?? new Uint8Array()
      // Written by ourselves, and large: read again only by whoever asked.
      void reply.header('cache-control', 'private, no-store').type('application/json')
      // What was taken away is in no moment either, while it is away.
      const away = takenAwayOn(visitor.session, boardId)
      const bytes = await readingTurns.take(askerOf(visitor), () =>
        unpacked(without(records, away)),
      )
      return reply.send(bytes as never)
    },
  )

  server.get(
    '/api/boards/:boardId/records/:recordId/provenance',
    {
      config,
      schema: {
        summary:
          'Tells where something on a board came from, and who made it where names were shown',
        params: RecordAddress,
        querystring: InCapacity,
        response: { 200: Provenance, ...refusals },
      },
    },
    async (request, reply) => {
      const { boardId, recordId } = request.params
      const visitor = await boardVisitorOf(services, request, boardId, request.query.as)
      const { session, actor } = visitor
      void reply.header('cache-control', 'no-store')
      return readingTurns.take(askerOf(visitor), async () => {
        // Between two of these everything else that waits is done.
        await setImmediate()
        return provenanceOf(services, { session, actor, boardId, recordId })
      })
    },
  )
}

function asView(moment: Moment): MomentView {
  const { number, at, reason } = moment
  return { number, at, reason, canPreview: canPreview(moment) }
}
