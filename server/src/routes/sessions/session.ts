import { Capacity, CommandAnswer, CommandBody, SessionView } from '@stip/api'
import { z } from 'zod'
import { carryOut } from '../../commands/carry-out.ts'
import { RequestRefusedError } from '../../errors.ts'
import { inCapacity, visitorOf, whoIs } from '../../identity/grants.ts'
import { AsRole, refusals, SessionAddress } from '../schemas.ts'
import type { Routes } from '../schemas.ts'

/** What a session looks like now, and the commands that change it. */
export const sessionRoutes: Routes = async (server, { services }) => {
  const { feeds, viewOf, arrivals, now } = services

  server.get(
    '/api/sessions/:sessionId',
    {
      schema: {
        summary: 'Gives a session as one role may see it',
        params: SessionAddress,
        querystring: AsRole,
        response: { 200: SessionView, ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params
      const { actor, session } = await visitorOf(services, request, sessionId, request.query.as)
      if (actor.role === 'participant') feeds.polled(sessionId, actor.personId)
      arrivals.seen(session, actor)
      void reply.header('cache-control', 'no-store')
      return viewOf(session, actor, { revision: feeds.revisionOf(sessionId), now: now() })
    },
  )

  server.post(
    '/api/sessions/:sessionId/commands',
    {
      config: { needsNoKey: true },
      schema: {
        summary: 'Gives a command; the same key is carried out once',
        description: 'Who may give which one, each command says; others are refused: not-allowed.',
        params: SessionAddress,
        querystring: z.object({ as: Capacity.default('facilitator') }),
        body: CommandBody,
        response: { 200: CommandAnswer, ...refusals },
      },
    },
    async (request) => {
      const { sessionId } = request.params
      const visitor = await inCapacity(services, request, sessionId, request.query.as)
      const { actor, grant } = visitor
      const personId = 'personId' in actor ? actor.personId : undefined
      const giver = { actor: actor.role, personId, who: whoIs(visitor), grant }
      const outcome = await carryOut(services, sessionId, request.body, giver)
      if (!outcome.ok) throw new RequestRefusedError(outcome.refusal)
      return outcome.value
    },
  )
}
