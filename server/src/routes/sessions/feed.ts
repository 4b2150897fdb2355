import { AgendaTexts, PartsAnswer, Role } from '@stip/api'
import { CloseCode } from '@stip/sync/protocol'
import { z } from 'zod'
import { RequestRefusedError } from '../../errors.ts'
import { doorOf, findVisitor, visitorOf } from '../../identity/grants.ts'
import { judgeOrigin } from '../../identity/origin.ts'
import { agendaFor } from '../../sessions/parts/agenda-texts.ts'
import type { Told } from '../../sessions/parts/session-parts.ts'
import { AsRole, refusals, SessionAddress } from '../schemas.ts'
import type { Routes } from '../schemas.ts'

const whatItHas =
  'What the screen has, so that it gets only what it lacks: `key` and `revision` of the last message, with a "~" between.'
const Has = z.string().max(300).optional().describe(whatItHas)

/** What changes in a session, told in parts: over a WebSocket, or to who asks again and again. */
export const feedRoutes: Routes = async (server, { services }) => {
  const { feeds, config, doors, arrivals } = services

  server.get(
    '/api/sessions/:sessionId/parts',
    {
      schema: {
        summary: 'Gives what a screen lacks of a session, as one role may see it',
        description: 'For networks without WebSockets; the messages of the feed.',
        params: SessionAddress,
        querystring: AsRole.extend({ has: Has }),
        response: { 200: PartsAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params
      const { actor, session } = await visitorOf(services, request, sessionId, request.query.as)
      if (actor.role === 'participant') feeds.polled(sessionId, actor.personId)
      arrivals.seen(session, actor)
      const messages = feeds.lackedBy(session, actor, toldIn(request.query.has))
      return reply
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .serializer(String)
        .send(`[${messages.map(({ text }) => text).join()}]` as never)
    },
  )

  server.get(
    '/api/sessions/:sessionId/agenda/:hash',
    {
      schema: {
        summary: 'Gives the texts of an agenda as one role may read them, to be kept for good',
        params: SessionAddress.extend({ hash: z.string().max(64) }),
        querystring: AsRole,
        response: { 200: AgendaTexts, ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId, hash } = request.params
      const { actor, session } = await visitorOf(services, request, sessionId, request.query.as)
      const agenda = agendaFor(session.steps.agenda, actor)
      if (agenda.hash !== hash) throw new RequestRefusedError('not-found')
      void reply
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header('etag', `"${hash}"`)
      if (request.headers['if-none-match'] === `"${hash}"`) return reply.code(304).send('' as never)
      const isPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
      if (isPacked) void reply.header('content-encoding', 'gzip')
      return reply
        .header('vary', 'accept-encoding')
        .type('application/json; charset=utf-8')
        .serializer((body: unknown) => body as string)
        .send((isPacked ? agenda.packed : agenda.body) as never)
    },
  )

  server.route({
    method: 'GET',
    url: '/api/sessions/:sessionId/feed',
    // A browser asks for ever when the upgrade is refused; what is too much is closed after it.
    config: { rateLimit: false },
    schema: {
      summary: 'WebSocket that sends what changes in a session, as one role may see it',
      description:
        'Text frames of JSON: FeedMessage. With `parts=1` in parts; without, as pages of before ask, the whole view at every change. Refusals are close codes 4401, 4428 and 4503.',
      params: SessionAddress,
      // Read by hand, after the upgrade: a browser retries a refused upgrade for ever.
      querystring: z.object({
        as: z.string().optional(),
        parts: z.string().optional(),
        has: z.string().optional().describe(whatItHas),
      }),
      response: refusals,
    },
    handler: async () => {
      throw new RequestRefusedError('upgrade-required')
    },
    wsHandler: async (socket, request) => {
      const { sessionId } = request.params
      const query = request.query as Readonly<Record<string, unknown>>
      const role = Role.safeParse(query['as'])
      const isOwn = judgeOrigin(request, config.publicUrl) === 'own'
      const visitor =
        role.success && isOwn
          ? await findVisitor(services, request, sessionId, role.data)
          : undefined
      if (visitor === undefined) {
        socket.close(CloseCode.notAllowed, 'not allowed')
        return
      }
      if (socket.readyState !== socket.OPEN) return
      const isPacked = socket.extensions.includes('permessage-deflate')
      const { socket: line } = request.raw
      const stop = feeds.follow(sessionId, {
        grant: visitor.grant,
        actor: visitor.actor,
        has: toldIn(query['has']),
        wantsViews: query['parts'] !== '1',
        bufferedBytes: () => line.writableLength,
        // Past the WebSocket library, as boards do: by itself it would frame anew for each reader.
        send: (message) => {
          if (socket.readyState === socket.OPEN) line.write(message.framed(isPacked))
        },
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
}

function toldIn(has: unknown): Told | undefined {
  const [, key, revision] = (typeof has === 'string' && /^(.+)~(\d{1,16})$/.exec(has)) || []
  return key === undefined ? undefined : { key, revision: Number(revision) }
}
