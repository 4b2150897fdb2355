import helmet from '@fastify/helmet'
import plugin from 'fastify-plugin'

/**
 * Headers that let a page of Stip talk to its own server only.
 *
 * Everything must also work over plain http on a name that is not localhost (town halls without
 * a certificate), so nothing here asks for https.
 */
export const securityHeaders = plugin(
  async (server) => {
    await server.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          connectSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      crossOriginEmbedderPolicy: false,
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
    })
    server.addHook('onSend', async (_request, reply) => {
      void reply.header(
        'permissions-policy',
        'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
      )
    })
  },
  { name: 'security-headers', fastify: '5.x' },
)
