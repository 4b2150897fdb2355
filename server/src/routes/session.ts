import { CommandAnswer, CommandBody, Role, SessionView } from '@stip/api'
import { CloseCode } from '@stip/sync/protocol'
import { z } from 'zod'
import { carryOut } from '../commands/carry-out.ts'
import { RequestRefusedError } from '../errors.ts'
import { doorOf, findVisitor, visitorOf } from '../identity/grants.ts'
import { judgeOrigin } from '../identity/origin.ts'
import { AsFacilitator, AsRole, refusals, SessionAddress } from './schemas.ts'
import type { Routes } from './schemas.ts'

/** What a session looks like now, once or continuously, and the commands that change it. */
export const sessionRoutes: Routes = async (server, { services }) => {
  const { feeds, config, viewOf, doors, arrivals } = services

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
      const { actor, session } = visitorOf(services, request, sessionId, request.query.as)
      if (actor.role === 'participant') feeds.polled(sessionId, actor.personId)
      arrivals.seen(session, actor)
      void reply.header('cache-control', 'no-store')
      return viewOf(session, actor, feeds.revisionOf(sessionId))
    },
  )

  server.route({
    method: 'GET',
    url: '/api/sessions/:sessionId/feed',
    // A browser asks for ever when the upgrade is refused; what is too much is closed after it.
    config: { rateLimit: false },
    schema: {
      summary: 'WebSocket that sends the session as one role may see it, after every change',
      description:
        'Text frames of JSON: FeedMessage. Refusals are close codes 4401, 4428 and 4503.',
      params: SessionAddress,
      // Read by hand, after the upgrade: a browser retries a refused upgrade for ever.
      querystring: z.object({ as: z.string().optional() }),
      response: refusals,
    },
    handler: async () => {
      throw new RequestRefusedError('upgrade-required')
    },
    wsHandler: (socket, request) => {
      const { sessionId } = request.params
      const role = Role.safeParse((request.query as { as?: unknown }).as)
      const isOwn = judgeOrigin(request, config.publicUrl) === 'own'
      const visitor =
        role.success && isOwn ? findVisitor(services, request, sessionId, role.data) : undefined
      if (visitor === undefined) {
        socket.close(CloseCode.notAllowed, 'not allowed')
        return
      }
      const stop = feeds.follow(sessionId, {
        grant: visitor.grant,
        actor: visitor.actor,
        bufferedBytes: () => socket.bufferedAmount,
        send: (text) => socket.send(text),
        close: (code, reason) => socket.close(code, reason),
      })
      arrivals.seen(visitor.session, visitor.actor)
      const door = doorOf(visitor.grant, `feed ${sessionId}`)
      const leave = doors.enter(door, socket, services.limits.connections.tabs)
      socket.on('close', () => {
        leave()
        stop()
      })
    },
  })

  server.post(
    '/api/sessions/:sessionId/commands',
    {
      config: { needsNoKey: true },
      schema: {
        summary: 'Gives a command as facilitator; the same key is carried out once',
        params: SessionAddress,
        querystring: AsFacilitator,
        body: CommandBody,
        response: { 200: CommandAnswer, ...refusals },
      },
    },
    async (request) => {
      const { sessionId } = request.params
      visitorOf(services, request, sessionId, 'facilitator')
      const outcome = await carryOut(services, sessionId, request.body)
      if (!outcome.ok) throw new RequestRefusedError(outcome.refusal)
      return outcome.value
    },
  )
}
