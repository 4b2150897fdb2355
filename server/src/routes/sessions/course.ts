import { CourseAnswer } from '@stip/api'
import { capacityTold, toldOf } from '@stip/workshop'
import { z } from 'zod'
import { visitorOf } from '../../identity/grants.ts'
import type { KeptEvent } from '../../sessions/session-log.ts'
import { AsFacilitator, refusals, SessionAddress } from '../schemas.ts'
import type { Routes } from '../schemas.ts'

/** So many at once. */
const PAGE = 100

/** What happened in a session, for who leads it. */
export const courseRoutes: Routes = async (server, { services }) => {
  server.get(
    '/api/sessions/:sessionId/course',
    {
      schema: {
        summary:
          'Tells what happened in a session, the last first, without persons in what was anonymous',
        params: SessionAddress,
        querystring: AsFacilitator.extend({ before: z.coerce.number().int().min(0).optional() }),
        response: { 200: CourseAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params
      const { as, before = Infinity } = request.query
      await visitorOf(services, request, sessionId, as)
      void reply.header('cache-control', 'no-store')
      const kept = await services.storage.sessions.eventsOf(sessionId)
      const end = kept.findLastIndex(({ sequence }) => sequence < before) + 1
      const page = kept.slice(Math.max(0, end - PAGE), end)
      const numbers = numbersOf(kept)
      const events = page.toReversed().map(({ sequence, at, by, who, event }) => {
        const number = by === 'facilitator' && who !== undefined ? numbers.get(who) : undefined
        const told = capacityTold({ by }, event)
        return { sequence, at, by: told, number, type: event.type, about: toldOf(event) }
      })
      const first = page[0]?.sequence
      return { events, ...(end > PAGE && first !== undefined && { before: first }) }
    },
  )
}

/** Facilitators in the order in which they first pressed something; empty when it was always the same one. */
function numbersOf(kept: readonly KeptEvent[]): ReadonlyMap<string, number> {
  const ids = kept.flatMap(({ by, who }) =>
    by === 'facilitator' && who !== undefined ? [who] : [],
  )
  const inOrder = [...new Set(ids)]
  return new Map(inOrder.length < 2 ? [] : inOrder.map((id, place) => [id, place + 1]))
}
