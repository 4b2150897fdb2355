import { Ballot, BallotBody, Capacity } from '@stip/api'
import { voterOf, writesFor } from '@stip/workshop'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { RequestRefusedError } from '../../errors.ts'
import { inCapacity } from '../../identity/grants.ts'
import { refusals, SessionAddress } from '../schemas.ts'
import type { Routes } from '../schemas.ts'

const QuestionAddress = SessionAddress.extend({ questionId: z.string().min(1).max(64) })
const As = z.object({ as: Capacity.extract(['participant', 'scribe']).default('participant') })

/** What people answer to the room's questions. It is no command: nothing of who answered what is kept. */
export const ballotRoutes: Routes = async (server, { services }) => {
  const { ballots, arrivals } = services

  /** Whose ballot is asked for: one's own, or of a scribe that of somebody without a phone. */
  const castOf = async (
    request: FastifyRequest,
    { sessionId, questionId }: z.infer<typeof QuestionAddress>,
    { as, whose }: { readonly as: Capacity; readonly whose: string | undefined },
  ) => {
    const { actor, session } = await inCapacity(services, request, sessionId, as)
    if (actor.role !== 'participant' && actor.role !== 'scribe') {
      throw new RequestRefusedError('not-allowed')
    }
    if (actor.role === 'participant') arrivals.seen(session, actor)
    const personId = actor.role === 'scribe' ? (whose ?? '') : actor.personId
    const isTheirs =
      actor.role === 'scribe' ? writesFor(session, actor.personId, personId) : whose === undefined
    if (!isTheirs || voterOf(session, personId) === undefined) {
      throw new RequestRefusedError('no-such-person')
    }
    if (session.questions.all.every(({ id }) => id !== questionId)) {
      throw new RequestRefusedError('no-such-question')
    }
    return { sessionId, questionId, personId }
  }

  server.post(
    '/api/sessions/:sessionId/questions/:questionId/ballot',
    {
      // The last one counts, so it may come again without. With one, it would be kept which device sent what.
      config: { needsNoKey: true },
      schema: {
        summary: 'Takes what somebody answers, in place of what they answered before',
        description:
          'Answered when it is on disk, with the ballot as it counts. It may be sent again. With `as=scribe` for somebody without a phone.',
        params: QuestionAddress,
        querystring: As,
        body: BallotBody,
        response: { 200: Ballot, ...refusals },
      },
    },
    async (request, reply) => {
      const { for: whose, ...ballot } = request.body
      const cast = await castOf(request, request.params, { as: request.query.as, whose })
      const taken = await ballots.cast(cast, ballot)
      if (!taken.ok) throw new RequestRefusedError(taken.refusal)
      void reply.header('cache-control', 'no-store')
      return taken.value
    },
  )

  server.get(
    '/api/sessions/:sessionId/questions/:questionId/ballot',
    {
      schema: {
        summary: 'Gives what somebody answered, for as long as that is known',
        params: QuestionAddress,
        querystring: As.extend({ for: z.string().max(64).optional() }),
        response: { 200: Ballot, ...refusals },
      },
    },
    async (request, reply) => {
      const { as, for: whose } = request.query
      const cast = await castOf(request, request.params, { as, whose })
      void reply.header('cache-control', 'no-store')
      return ballots.ballotOf(cast)
    },
  )
}
