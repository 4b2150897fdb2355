import { documentKinds, formats } from '@stip/report'
import type { DocumentKind, Format } from '@stip/report'
import { z } from 'zod'
import { RequestRefusedError } from '../../errors.ts'
import { askerOf, visitorOf } from '../../identity/grants.ts'
import { fileName } from '../../reports/file-name.ts'
import { refusals, SessionAddress } from '../schemas.ts'
import type { Routes } from '../schemas.ts'

/** A version of the vision, in an address. */
const VersionAddress = SessionAddress.extend({ version: z.string().min(1).max(16) })
/** Whoever read the vision together may take it home; a wall has nobody who does. */
const AsReader = z.object({ as: z.enum(['facilitator', 'observer', 'participant']) })

/** The documents of saved versions: of a version nothing changes, so each is made once. */
export const reportRoutes: Routes = async (server, { services }) => {
  for (const kind of documentKinds) {
    server.get(
      `/api/sessions/:sessionId/vision/:version/${names[kind]}.:format`,
      {
        schema: {
          summary: summaries[kind],
          params: VersionAddress.extend({ format: z.enum(formatsOf[kind]) }),
          querystring: AsReader,
          response: { 200: z.string(), ...refusals },
        },
      },
      async (request, reply) => {
        const { sessionId, version: number, format } = request.params
        const visitor = await visitorOf(services, request, sessionId, request.query.as)
        const wanted = { kind, format, number }
        const bytes = await services.reports.make(askerOf(visitor), sessionId, wanted)
        if (bytes === undefined) throw new RequestRefusedError('no-such-version')
        const name = fileName(visitor.session, wanted)
        return reply
          .header('content-disposition', `attachment; filename="${name}"`)
          .header('cache-control', 'no-store')
          .type(types[format])
          .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) as never)
      },
    )
  }
}

/** What holds data is the same for every document of a version. */
const formatsOf: Readonly<Record<DocumentKind, readonly Format[]>> = {
  vision: formats,
  participation: ['pdf', 'docx', 'html', 'md'],
}

const names: Readonly<Record<DocumentKind, string>> = {
  vision: 'document',
  participation: 'participation',
}

const summaries: Readonly<Record<DocumentKind, string>> = {
  vision: 'Gives a saved version of the vision with where every sentence comes from',
  participation: 'Gives the report of how people took part in a saved version of the vision',
}

const types: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}
