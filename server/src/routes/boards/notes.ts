import { NoteAnswer, NoteBody } from '@stip/api'
import { visibleText } from '@stip/primitives'
import { writesFor } from '@stip/workshop'
import { NoteDesk } from '../../boards/notes/note-desk.ts'
import { RequestRefusedError } from '../../errors.ts'
import { boardVisitorOf } from '../../identity/grants.ts'
import { InCapacity, BoardAddress, refusals } from '../schemas.ts'
import type { Routes } from '../schemas.ts'

/** Notes of who has no board open: a phone sends words over plain HTTP. */
export const noteRoutes: Routes = async (server, { services }) => {
  const desk = new NoteDesk(services)

  server.post(
    '/api/boards/:boardId/notes',
    {
      // Its own id is the key.
      config: { needsNoKey: true },
      schema: {
        summary: 'Puts a note in a zone of the step, where there is room; the same id once',
        description: 'Answered when it is on disk. With the same id it may be sent again.',
        params: BoardAddress,
        querystring: InCapacity,
        body: NoteBody,
        response: { 200: NoteAnswer, ...refusals },
      },
    },
    async (request) => {
      const { boardId } = request.params
      const { id, zone, words, for: personId } = request.body
      const visitor = await boardVisitorOf(services, request, boardId, request.query.as)
      if (visitor.access !== 'write') throw new RequestRefusedError('may-not-write')
      const said = words.trim()
      if (visibleText(said) === '') throw new RequestRefusedError('text-missing')
      const { actor, session } = visitor
      const isOfScribe = actor.role === 'scribe'
      // A scribe writes somebody's words, and nobody else does.
      const mayBeFor = isOfScribe
        ? personId !== undefined && writesFor(session, actor.personId, personId)
        : personId === undefined
      if (!mayBeFor) throw new RequestRefusedError('no-such-person')
      const outcome = await desk.write(visitor, boardId, { id, zone, words: said, isOfScribe })
      if (!outcome.ok) throw new RequestRefusedError(outcome.refusal)
      return { id }
    },
  )
}
