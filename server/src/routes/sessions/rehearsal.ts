import { RehearsalAnswer } from '@stip/api'
import type { Session } from '@stip/workshop'
import { z } from 'zod'
import { RequestRefusedError } from '../../errors.ts'
import { COOKIE, hashOf, newCookie } from '../../identity/devices.ts'
import { inOwnTurn, visitorOf } from '../../identity/grants.ts'
import type { ProblemCode } from '../../problem-texts.ts'
import { hasRehearsal, isUntouched } from '../../rehearsal/may-be-rehearsed.ts'
import type { Services } from '../../services.ts'
import type { Routes } from '../schemas.ts'
import { AsFacilitator, refusals, SessionAddress } from '../schemas.ts'

/** An invented evening, played into a session in which nobody is yet. */
export const rehearsalRoutes: Routes = async (server, { services }) => {
  const { rehearsals } = services
  const url = '/api/sessions/:sessionId/rehearsal'
  const asked = { params: SessionAddress, querystring: AsFacilitator } as const
  const response = { 200: RehearsalAnswer, ...refusals }

  server.get(
    url,
    { schema: { summary: 'Tells how far the invented evening is', ...asked, response } },
    async (request, reply) => {
      const { session } = await visitorOf(
        services,
        request,
        request.params.sessionId,
        'facilitator',
      )
      void reply.header('cache-control', 'no-store')
      return rehearsals.answerFor(session.id)
    },
  )

  server.post(
    url,
    {
      config: { timesUsual: 1 / 10 },
      schema: {
        summary: 'Plays an invented evening into a session in which nobody is yet',
        ...asked,
        body: z.object({}),
        response,
      },
    },
    async (request) => {
      const { sessionId } = request.params
      const { grant } = await visitorOf(services, request, sessionId, 'facilitator')
      // In a turn: of two who press at once, one begins.
      await inOwnTurn(services, grant, async () => {
        const session = services.desk.find(sessionId)
        if (session === undefined) throw new RequestRefusedError('not-allowed')
        const refusal = refusalFor(services, session)
        if (refusal !== undefined) throw new RequestRefusedError(refusal)
        await begin(services, session, (error) => request.log.error(error))
      })
      return rehearsals.answerFor(sessionId)
    },
  )

  server.delete(
    url,
    {
      schema: { summary: 'Stops the invented evening; what was written stays', ...asked, response },
    },
    async (request) => {
      const { session } = await visitorOf(
        services,
        request,
        request.params.sessionId,
        'facilitator',
      )
      rehearsals.stop(session.id)
      return rehearsals.answerFor(session.id)
    },
  )
}

function refusalFor({ rehearsals }: Services, session: Session): ProblemCode | undefined {
  if (rehearsals.isPlaying(session.id)) return 'rehearsal-is-playing'
  if (!isUntouched(session)) return 'rehearsal-not-here'
  if (!hasRehearsal(session)) return 'no-rehearsal-for-format'
  return rehearsals.isFull ? 'rehearsals-full' : undefined
}

/** The process that plays is facilitator on a device of its own, for as long as it plays. */
async function begin(
  { rehearsals, storage, rooms, feeds }: Services,
  { id: sessionId }: Session,
  tellError: (error: unknown) => void,
): Promise<void> {
  const cookie = newCookie()
  const role = 'facilitator'
  const grant = { deviceHash: hashOf(cookie), sessionId, role, personId: undefined } as const
  await storage.grants.add(grant, await storage.entries.linkVersion(sessionId, role))
  rehearsals.begin(sessionId, `${COOKIE}=${cookie}`, () => {
    storage.grants.remove(grant).catch(tellError)
    rooms.withdraw(grant)
    feeds.withdraw(grant)
  })
}
