import type { FastifyRequest } from 'fastify'

/**
 * Where a request came from: our own pages, a program that is no browser, a page of someone else,
 * or a page of ours through a proxy that does not say under which name.
 */
export type OriginVerdict = 'own' | 'none' | 'foreign' | 'nameless-proxy'

/**
 * Tells whether a request comes from a page of this server.
 *
 * The host that the browser itself names counts as ours, because one server is reached under
 * several names in a town hall; so does the public address, and the host that a trusted proxy was
 * asked for. What the browser itself calls the same origin shows that a proxy keeps the name to
 * itself; it is no reason to trust the page, because the rest of Stip would not work there.
 */
export function judgeOrigin(
  { headers, host: asked }: Pick<FastifyRequest, 'headers' | 'host'>,
  publicUrl: URL | undefined,
): OriginVerdict {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (origin === undefined) {
    return site === undefined || site === 'same-origin' || site === 'none' ? 'none' : 'foreign'
  }
  if (publicUrl !== undefined && origin === publicUrl.origin) return 'own'
  const from = URL.parse(origin)
  const isWeb = from?.protocol === 'http:' || from?.protocol === 'https:'
  if (isWeb && [host, asked].some((name) => isSameHost(from, name))) return 'own'
  return site === 'same-origin' ? 'nameless-proxy' : 'foreign'
}

/** A port that goes without saying may be said all the same. */
function isSameHost(from: URL, name: string | undefined): boolean {
  if (name === undefined || name === '') return false
  return URL.parse(`${from.protocol}//${name}`)?.host === from.host
}
