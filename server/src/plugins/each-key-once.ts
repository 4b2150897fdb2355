import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { RequestRefusedError } from '../errors.ts'
import { deviceOf, giveCookie, hashOf } from '../identity/devices.ts'
import type { Services } from '../services.ts'
import type { AlsoWritten } from '../sessions/also-written.ts'
import type { KeptAnswer } from '../storage/stores/answer-store.ts'

interface Answer {
  readonly status: number
  readonly body: string
  /** Of the device that came to be with this answer. */
  readonly cookie: string | undefined
}

/** A request with a key, while it is carried out. */
interface Keyed {
  readonly key: string
  readonly device: Uint8Array | undefined
  readonly asked: Uint8Array
  readonly done: () => void
  isKept: boolean
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A POST that changes nothing, or has its key in its body. */
    readonly needsNoKey?: boolean
  }
  interface FastifyRequest {
    /**
     * The answer, to be stored together with what was asked: then there is never the one without the
     * other. Without it the answer is kept when it is sent.
     */
    answered: (status: number, body: object) => readonly AlsoWritten[]
    keyed: Keyed | undefined
    /** The cookie that this request's device gets with the answer. */
    newCookie: string | undefined
  }
}

const HEADER = 'idempotency-key'
const explained =
  'With the header Idempotency-Key (22 to 128 of A-Z a-z 0-9 _ -) it is carried out once for that key and answered the same again, for a day.'
/** 128 bits of chance, at least: the key opens what the first request was answered. */
const form = /^[\w-]{22,128}$/

/**
 * Carries out each POST that has an `Idempotency-Key` once: the same key of the same device gets
 * the same answer again, cookie included, so that an answer that went missing costs nothing but
 * asking again. Refusals are not kept: they changed nothing.
 */
export const eachKeyOnce = plugin<{ readonly services: Services }>(
  async (server, { services }) => {
    /** What is being carried out now. */
    const running = new Map<string, Promise<void>>()

    server.decorateRequest('keyed', undefined)
    server.decorateRequest('newCookie', undefined)
    server.decorateRequest('answered', function answered(this: FastifyRequest, status, body) {
      const answer = answerToKeep(services, this, status, JSON.stringify(body))
      return answer === undefined ? [] : [{ kind: 'request-answered', answer }]
    })

    server.addHook('onRoute', (route) => {
      if (route.method !== 'POST' || route.config?.needsNoKey === true) return
      const description = [route.schema?.description, explained].filter(Boolean).join(' ')
      route.schema = { ...route.schema, description }
    })

    server.addHook('preHandler', async (request, reply) => {
      const key = keyOf(request)
      if (key === undefined) return undefined
      const device = deviceOf(request)
      const asked = fingerprintOf(request)
      const place = `${key} ${device === undefined ? '' : Buffer.from(device).toString('base64')}`
      // One after the other: the next in line finds the answer, or carries it out.
      for (let other = running.get(place); other !== undefined; other = running.get(place)) {
        // oxlint-disable-next-line no-await-in-loop
        await other
      }
      const { promise, resolve } = Promise.withResolvers<void>()
      running.set(place, promise)
      const done = (): void => {
        running.delete(place)
        resolve()
      }
      try {
        const found = await services.storage.answers.find(hashOf(key), device)
        if (found === undefined) {
          request.keyed = { key, device, asked, done, isKept: false }
          return undefined
        }
        done()
        return repeat(services, reply, key, { found, asked })
      } catch (error) {
        done()
        throw error
      }
    })

    server.addHook('onSend', async (request, reply, payload) => {
      const { keyed } = request
      if (keyed === undefined) return
      try {
        if (reply.statusCode < 300 && typeof payload === 'string') {
          const answer = answerToKeep(services, request, reply.statusCode, payload)
          if (answer !== undefined) await services.storage.answers.add(answer)
        }
      } catch (error) {
        // It was carried out: whoever asked should hear so, even if it cannot be said twice.
        request.log.error(error)
      } finally {
        keyed.done()
      }
    })
  },
  { name: 'each-key-once', fastify: '5.x', dependencies: ['@fastify/cookie'] },
)

function keyOf(request: FastifyRequest): string | undefined {
  const given = request.headers[HEADER]
  const takesKey = request.method === 'POST' && request.routeOptions.config.needsNoKey !== true
  if (given === undefined || !takesKey) return undefined
  if (typeof given !== 'string' || !form.test(given)) {
    throw new RequestRefusedError('malformed-request')
  }
  return given
}

/** Undefined when it is kept already, or need not be. */
function answerToKeep(
  { answers, now }: Services,
  request: FastifyRequest,
  status: number,
  body: string,
): KeptAnswer | undefined {
  const { keyed, newCookie: cookie } = request
  const device = cookie === undefined ? keyed?.device : hashOf(cookie)
  if (keyed === undefined || keyed.isKept || device === undefined) return undefined
  keyed.isKept = true
  return {
    key: hashOf(keyed.key),
    device,
    isNewDevice: cookie !== undefined,
    asked: keyed.asked,
    sealed: answers.seal(keyed.key, { status, body, cookie } satisfies Answer),
    at: now(),
  }
}

function repeat(
  { answers, config }: Services,
  reply: FastifyReply,
  key: string,
  { found, asked }: { readonly found: KeptAnswer; readonly asked: Uint8Array },
): FastifyReply {
  if (Buffer.compare(found.asked, asked) !== 0) throw new RequestRefusedError('key-used-before')
  const { status, body, cookie } = answers.open(key, found.sealed) as Answer
  if (cookie !== undefined) giveCookie(reply, cookie, config)
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(String)
    .send(body)
}

/** What is asked, whatever its bytes: address and body as they were understood. */
function fingerprintOf({ method, url, body }: FastifyRequest): Uint8Array {
  const hash = createHash('sha256').update(JSON.stringify([method, url]))
  return hash.update(Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null)).digest()
}
