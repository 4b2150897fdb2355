import { CollectNewsAnswer } from '@stip/api'
import { visitorOf } from '../../identity/grants.ts'
import { AsFacilitator, refusals, SessionAddress } from '../schemas.ts'
import type { Routes } from '../schemas.ts'

/** What groups made since the vision last collected; nothing comes there until somebody presses. */
export const collectNewsRoutes: Routes = async (server, { services }) => {
  server.get(
    '/api/sessions/:sessionId/collect-news',
    {
      schema: {
        summary: 'Counts what each group made since the vision last collected',
        params: SessionAddress,
        querystring: AsFacilitator,
        response: { 200: CollectNewsAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params
      const { as } = request.query
      void reply.header('cache-control', 'no-store')
      const { session } = await visitorOf(services, request, sessionId, as)
      const news = await services.collectNews.of(session)
      // It takes a while, and access may have ended.
      await visitorOf(services, request, sessionId, as)
      const groupOf = new Map(session.boards.map(({ id, groupId }) => [id, groupId]))
      return {
        groups: news.map(({ board, added, updated, withdrawn, kept, drawn }) => ({
          groupId: groupOf.get(board) ?? '',
          added,
          updated,
          withdrawn,
          kept,
          hasDrawn: drawn > 0,
        })),
      }
    },
  )
}
