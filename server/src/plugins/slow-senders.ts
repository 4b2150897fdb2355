import type { FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import type { WebSocket } from '@fastify/websocket'
import { eachInSlices } from '../in-slices.ts'
import type { ServerLimits } from '../limits.ts'

/**
 * Ends what does not go on: a request whose body stands still, and a WebSocket whose other end
 * does not answer a ping any more. Browsers answer by themselves. Heads that do not come, and
 * requests that take too long in all, Node itself ends; see app.ts.
 */
export const slowSenders = plugin<{ readonly limits: ServerLimits }>(
  async (server, { limits }) => {
    const { bodySilenceMs, bodyMs, pingMs } = limits.patience
    const late = new WeakMap<FastifyRequest, NodeJS.Timeout>()

    server.addHook('preParsing', async (request) => {
      if (!isSlowPossible(request)) return
      const end = (): void => void request.raw.destroy()
      request.raw.setTimeout(bodySilenceMs, end)
      late.set(request, setTimeout(end, bodyMs).unref())
      request.raw.once('close', () => clearTimeout(late.get(request)))
    })
    server.addHook('preValidation', async (request) => {
      if (!isSlowPossible(request)) return
      request.raw.setTimeout(0)
      clearTimeout(late.get(request))
    })

    const silent = new WeakSet<WebSocket>()
    const ping = (socket: WebSocket): void => {
      if (silent.has(socket)) {
        socket.terminate()
        return
      }
      silent.add(socket)
      socket.once('pong', () => silent.delete(socket))
      if (socket.readyState === socket.OPEN) socket.ping()
    }
    const pings = setInterval(() => void eachInSlices(server.websocketServer.clients, ping), pingMs)
    pings.unref()
    server.addHook('preClose', async () => clearInterval(pings))
  },
  { name: 'slow-senders', fastify: '5.x', dependencies: ['@fastify/websocket'] },
)

/** It has a body, and a connection that this comes over: one that is injected has none. */
function isSlowPossible({ headers, raw }: FastifyRequest): boolean {
  if (!('setTimeout' in raw)) return false
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
}
