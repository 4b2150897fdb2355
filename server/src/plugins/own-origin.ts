import plugin from 'fastify-plugin'
import { RequestRefusedError } from '../errors.ts'
import { judgeOrigin } from '../identity/origin.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Lets no page of another site change anything here with the cookie of a visitor. */
export const ownOrigin = plugin<{ readonly publicUrl: URL | undefined }>(
  async (server, { publicUrl }) => {
    server.addHook('onRequest', async (request) => {
      if (harmless.has(request.method)) return
      if (judgeOrigin(request.headers, publicUrl) === 'foreign') {
        throw new RequestRefusedError('foreign-origin')
      }
    })
  },
  { name: 'own-origin', fastify: '5.x' },
)
