import { z } from 'zod'
import { archiveOf } from '../../archives/archives.ts'
import { visitorOf } from '../../identity/grants.ts'
import { archiveName } from '../../reports/file-name.ts'
import { Turns } from '../../turns.ts'
import { AsFacilitator, refusals, SessionAddress } from '../schemas.ts'
import type { Routes } from '../schemas.ts'

/** The archive of a session, for who leads it: it holds names. */
export const archiveRoutes: Routes = async (server, { services }) => {
  const turns = new Turns({ atATime: 1, waiting: 2 })

  server.get(
    '/api/sessions/:sessionId/archive.zip',
    {
      config: { timesUsual: 1 / 10 },
      schema: {
        summary:
          'Gives all of a session that is over as a ZIP that another Stip opens, with copies for people and MDTO',
        params: SessionAddress,
        querystring: AsFacilitator,
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params
      const visitor = await visitorOf(services, request, sessionId, request.query.as)
      const archive = await archiveOf(services, visitor, turns)
      return reply
        .header('content-disposition', `attachment; filename="${archiveName(visitor.session)}"`)
        .header('cache-control', 'no-store')
        .type('application/zip')
        .send(archive)
    },
  )
}
