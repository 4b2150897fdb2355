import { MissingAnswer, ProposalsAnswer } from '@stip/api'
import { structureOf } from '@stip/workshop'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { settledGroupBoards } from '../../commands/merging/collecting.ts'
import { visionOf } from '../../commands/merging/merged-boards.ts'
import { RequestRefusedError, UpdateLogDamagedError } from '../../errors.ts'
import { askerOf, visitorOf } from '../../identity/grants.ts'
import type { Asker } from '../../turns.ts'
import { frameOf } from '../../vision/read-stored.ts'
import { AsFacilitator, refusals, SessionAddress } from '../schemas.ts'
import type { Routes } from '../schemas.ts'

type Asking = FastifyRequest<{
  Params: { sessionId: string }
  Querystring: { as: 'facilitator' }
}>

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
      const asked = await settled(request)
      const { notSame } = structureOf(asked.visitor.session.vision.fields)
      const { vision, boards } = asked
      return answered(request, reply, asked, (asker) =>
        proposer.proposals(asker, { vision, boards, notSame }),
      )
    },
  )

  server.get(
    '/api/sessions/:sessionId/missing',
    {
      schema: {
        summary:
          'Finds what groups wrote and is in no statement of the vision, as far as words tell',
        params: SessionAddress,
        querystring: AsFacilitator,
        response: { 200: MissingAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const asked = await settled(request)
      const { vision, boards } = asked
      const frame = frameOf(asked.visitor.session)
      return answered(request, reply, asked, (asker) =>
        proposer.missing(asker, { vision, boards, frame }),
      )
    },
  )

  /** Who asks, and the boards with all that was written on them until now on the disk. */
  async function settled(request: Asking) {
    const { params, query } = request
    const visitor = await visitorOf(services, request, params.sessionId, query.as)
    const vision = visionOf(visitor.session)
    const boards = await settledGroupBoards(services, visitor.session)
    await (await rooms.open(vision)).settled()
    return { visitor, vision, boards }
  }

  async function answered(
    request: Asking,
    reply: FastifyReply,
    { visitor }: Awaited<ReturnType<typeof settled>>,
    make: (asker: Asker) => Promise<Uint8Array>,
  ) {
    void reply.header('cache-control', 'no-store')
    const json = await make(askerOf(visitor)).catch((error: unknown) => {
      if (error instanceof RequestRefusedError || error instanceof UpdateLogDamagedError)
        throw error
      request.log.error({ err: error }, 'no proposals')
      throw new RequestRefusedError('proposals-failed')
    })
    // Comparing takes a while, and access may have ended.
    await visitorOf(services, request, request.params.sessionId, request.query.as)
    return reply
      .type('application/json; charset=utf-8')
      .send(Buffer.from(json.buffer, json.byteOffset, json.length) as never)
  }
}
