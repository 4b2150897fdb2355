import { FormatSummary } from '@stip/api'
import { formats } from '@stip/formats'
import { z } from 'zod'
import type { Routes } from './schemas.ts'
import { refusals } from './schemas.ts'

/** What this server is and offers. */
export const aboutRoutes: Routes = async (server) => {
  server.get(
    '/api/health',
    {
      schema: {
        summary: 'Tells that the server runs',
        response: { 200: z.object({ status: z.literal('ok') }), ...refusals },
      },
    },
    async () => ({ status: 'ok' as const }),
  )

  server.get(
    '/api/formats',
    {
      schema: {
        summary: 'Lists the agendas that a session can be started with',
        response: { 200: z.array(FormatSummary), ...refusals },
      },
    },
    async () => [...formats],
  )

  server.get(
    '/api/openapi.json',
    {
      schema: {
        summary: 'Describes this API (OpenAPI 3.1)',
        response: { 200: z.looseObject({ openapi: z.string() }), ...refusals },
      },
    },
    async () => ({ openapi: '3.1.0', ...server.swagger() }),
  )
}
