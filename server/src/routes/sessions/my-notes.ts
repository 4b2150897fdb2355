import { setImmediate } from 'node:timers/promises'
import { Capacity, MyNote, MyNotesAnswer, VerifyBody } from '@stip/api'
import type { SessionId } from '@stip/primitives'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { RequestRefusedError } from '../../errors.ts'
import { askerOf, inCapacity, inOwnTurn } from '../../identity/grants.ts'
import { isMakerOf, myNotes } from '../../vision/my-notes.ts'
import { VersionCards } from '../../vision/version-cards.ts'
import { refusals, SessionAddress } from '../schemas.ts'
import type { Routes } from '../schemas.ts'

const As = z.object({ as: Capacity.extract(['participant', 'scribe']).default('participant') })

/** "Waar is mijn briefje?": what became of what somebody wrote, and what they say of it. For nobody else. */
export const myNoteRoutes: Routes = async (server, { services }) => {
  const versionCards = new VersionCards(services.storage)

  const makerOf = async (request: FastifyRequest, sessionId: SessionId, as: Capacity) => {
    const visitor = await inCapacity(services, request, sessionId, as)
    const { actor, session } = visitor
    if (actor.role !== 'participant' && actor.role !== 'scribe') {
      throw new RequestRefusedError('not-allowed')
    }
    if (actor.role === 'participant') services.arrivals.seen(session, actor)
    return { ...visitor, maker: { role: actor.role, personId: actor.personId } }
  }

  server.get(
    '/api/sessions/:sessionId/my-notes',
    {
      schema: {
        summary: 'Tells somebody where the notes are that they wrote, and nobody else',
        params: SessionAddress,
        querystring: As,
        response: { 200: MyNotesAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params
      const visitor = await makerOf(request, sessionId, request.query.as)
      void reply.header('cache-control', 'private, no-store')
      return services.readingTurns.take(askerOf(visitor), async () => {
        // Between two of these everything else that waits is done.
        await setImmediate()
        const session = services.desk.find(sessionId) ?? visitor.session
        return { notes: await myNotes(services, versionCards, session, visitor.maker) }
      })
    },
  )

  server.post(
    '/api/sessions/:sessionId/my-notes/verify',
    {
      // The last one counts, so it may come again without. With one, it would be kept which device sent what.
      config: { needsNoKey: true },
      schema: {
        summary: 'Takes what the maker of a note says of a statement that is made from it',
        description:
          'It replaces what they said of it before, and may be sent again. Nobody is told who said it.',
        params: SessionAddress,
        querystring: As,
        body: VerifyBody,
        response: { 200: MyNote.shape.statements.element.shape.said.unwrap(), ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params
      const { maker, grant } = await makerOf(request, sessionId, request.query.as)
      const said = request.body
      void reply.header('cache-control', 'no-store')
      await inOwnTurn(services, grant, async () => {
        const { desk } = services
        const session = desk.find(sessionId)
        // Nobody learns whose card it is, nor whether there is one.
        if (session === undefined || !(await isMakerOf(services, session, maker, said))) {
          throw new RequestRefusedError('no-such-record')
        }
        // By Stip itself, and by nobody in particular.
        const noted = desk.decide(session, {
          actor: 'server',
          command: { type: 'note-verified', ...said },
        })
        if (!noted.ok) throw new RequestRefusedError(noted.refusal)
        if (noted.value.events.length > 0) await desk.commit(noted.value)
      })
      return { answer: said.answer, text: said.answer === 'different' ? said.text : '' }
    },
  )
}
