import { ProposalsAnswer } from '@stip/api'
import { structureOf } from '@stip/workshop'
import { settledGroupBoards } from '../../commands/merging/collecting.ts'
import { visionOf } from '../../commands/merging/merged-boards.ts'
import { RequestRefusedError, UpdateLogDamagedError } from '../../errors.ts'
import { askerOf, visitorOf } from '../../identity/grants.ts'
import { AsFacilitator, refusals, SessionAddress } from '../schemas.ts'
import type { Routes } from '../schemas.ts'

/** What Stip proposes about the cards on the vision; nothing is done with it by itself. */
export const proposalRoutes: Routes = async (server, { services }) => {
  const { rooms, proposer } = services

  server.get(
    '/api/sessions/:sessionId/proposals',
    {
      schema: {
        summary:
          'Proposes which cards on the vision may say the same, which the reverse, and how they may be sorted',
        params: SessionAddress,
        querystring: AsFacilitator,
        response: { 200: ProposalsAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params
      const { as } = request.query
      const visitor = await visitorOf(services, request, sessionId, as)
      void reply.header('cache-control', 'no-store')
      const vision = visionOf(visitor.session)
      // What was written on any of them until now is on the disk.
      const boards = await settledGroupBoards(services, visitor.session)
      await (await rooms.open(vision)).settled()
      const { notSame } = structureOf(visitor.session.vision.fields)
      const json = await proposer
        .proposals(askerOf(visitor), { vision, boards, notSame })
        .catch((error: unknown) => {
          if (error instanceof RequestRefusedError || error instanceof UpdateLogDamagedError)
            throw error
          request.log.error({ err: error }, 'no proposals')
          throw new RequestRefusedError('proposals-failed')
        })
      // Comparing takes a while, and access may have ended.
      await visitorOf(services, request, sessionId, as)
      return reply
        .type('application/json; charset=utf-8')
        .send(Buffer.from(json.buffer, json.byteOffset, json.length) as never)
    },
  )
}
