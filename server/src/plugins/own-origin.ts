import plugin from 'fastify-plugin'
import { RequestRefusedError } from '../errors.ts'
import { judgeOrigin } from '../identity/origin.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Lets no page of another site change anything here with the cookie of a visitor. */
export const ownOrigin = plugin<{ readonly publicUrl: URL | undefined }>(
  async (server, { publicUrl }) => {
    server.addHook('onRequest', async (request) => {
      if (harmless.has(request.method)) return
      const verdict = judgeOrigin(request, publicUrl)
      if (verdict === 'foreign') throw new RequestRefusedError('foreign-origin')
      if (verdict === 'nameless-proxy') throw new RequestRefusedError('nameless-proxy')
    })
  },
  { name: 'own-origin', fastify: '5.x' },
)
