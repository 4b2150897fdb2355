import rateLimit from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { networkOf } from '../identity/failure-limit.ts'
import { deviceOf } from '../identity/devices.ts'
import type { Services } from '../services.ts'
import { RequestCounts } from './request-counts.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How many times {@link ServerLimits.requests} one person may ask this route in a minute; 1 when left out. */
    readonly timesUsual?: number
  }
}

const MINUTE_MS = 60_000
/** Begins the key of devices that take no part anywhere yet. */
const STRANGER = 'stranger '
/** Of so many people each route remembers how often they asked. */
const MOST_COUNTED = 20_000

/**
 * A pace for every route of the API, counted for each person apart: who asks too often is told to
 * wait, and nobody else notices. A person is a device that holds a grant; in a session, that device
 * in that session. Devices without any grant share a far wider count with others of their address
 * (a script makes a new device with every request), which devices that take part do not notice.
 */
export const fairLimits = plugin<{ readonly services: Services }>(
  async (server, { services }) => {
    const { requests, strangers } = services.limits
    server.addHook('onRoute', (route) => {
      if (!route.url.startsWith('/api/') || route.config?.rateLimit !== undefined) return
      const max = Math.ceil(requests * (route.config?.timesUsual ?? 1))
      route.config = {
        ...route.config,
        rateLimit: {
          max: (_request: FastifyRequest, key: string) =>
            key.startsWith(STRANGER) ? max * strangers : max,
        },
      }
    })
    await server.register(rateLimit, {
      global: false,
      hook: 'onRequest',
      timeWindow: MINUTE_MS,
      // The plugin makes its store itself.
      store: class extends RequestCounts {
        constructor() {
          super(services.elapsed, MOST_COUNTED)
        }
      },
      keyGenerator: (request) => askerOf(services, request),
    })
  },
  { name: 'fair-limits', fastify: '5.x', dependencies: ['@fastify/cookie'] },
)

/** For whom a request counts. */
async function askerOf({ storage, desk }: Services, request: FastifyRequest): Promise<string> {
  const device = deviceOf(request)
  const grants = device === undefined ? [] : await storage.grants.ofDevice(device)
  if (device === undefined || grants.length === 0) return STRANGER + networkOf(request.ip)
  const { sessionId, boardId } = request.params as { sessionId?: string; boardId?: string }
  const ofBoard = boardId === undefined ? undefined : await desk.sessionOfBoard(boardId)
  return `${Buffer.from(device).toString('base64')} ${sessionId ?? ofBoard ?? ''}`
}
