import type { IncomingHttpHeaders } from 'node:http'

/** Where a request came from: our own pages, a program that is no browser, or a page of someone else. */
export type OriginVerdict = 'own' | 'none' | 'foreign'

/**
 * Tells whether a request comes from a page of this server.
 *
 * The host that the browser itself names counts as ours, because one server is reached under
 * several names in a town hall; so does the public address.
 */
export function judgeOrigin(
  headers: IncomingHttpHeaders,
  publicUrl: URL | undefined,
): OriginVerdict {
  const { origin, host } = headers
  if (origin === undefined) {
    const site = headers['sec-fetch-site']
    return site === undefined || site === 'same-origin' || site === 'none' ? 'none' : 'foreign'
  }
  if (publicUrl !== undefined && origin === publicUrl.origin) return 'own'
  const asked = URL.parse(origin)
  const isWeb = asked?.protocol === 'http:' || asked?.protocol === 'https:'
  return isWeb && host !== undefined && asked.host === host.toLowerCase() ? 'own' : 'foreign'
}
