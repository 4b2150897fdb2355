import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Trier } from './failure-limit.ts'

/** The name of the cookie that makes a browser a device. */
export const COOKIE = 'stip_device'
const DEVICE_BYTES = 32
const YEAR_IN_SECONDS = 365 * 24 * 3600

/** The hash under which a device is known; undefined when the request brings no valid cookie. */
export function deviceOf(request: FastifyRequest): Uint8Array | undefined {
  const cookie = request.cookies[COOKIE]
  return cookie !== undefined && /^[\w-]{43}$/.test(cookie) ? hashOf(cookie) : undefined
}

/** Who tries a code or a secret. */
export function trierOf(request: FastifyRequest): Trier {
  return { address: request.ip, device: deviceOf(request) }
}

/** The device that asks; one that has no cookie gets it with this answer. */
export function knownDevice(
  request: FastifyRequest,
  reply: FastifyReply,
  config: { readonly isSecure: boolean },
): Uint8Array {
  const known = deviceOf(request)
  if (known !== undefined) return known
  const cookie = newCookie()
  request.newCookie = cookie
  giveCookie(reply, cookie, config)
  return hashOf(cookie)
}

/** What makes a device; nobody can guess it. */
export function newCookie(): string {
  return randomBytes(DEVICE_BYTES).toString('base64url')
}

/** Makes a browser a device, with this answer. */
export function giveCookie(
  reply: FastifyReply,
  cookie: string,
  { isSecure }: { readonly isSecure: boolean },
): void {
  void reply.setCookie(COOKIE, cookie, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    maxAge: YEAR_IN_SECONDS,
  })
}

/** Of cookies and keys only the hash is kept: who steals the database cannot become anybody. */
export function hashOf(cookie: string): Uint8Array {
  return createHash('sha256').update(cookie).digest()
}
