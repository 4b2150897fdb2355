/** What an address carried in its fragment: a secret of a link, or a join code. */
export interface Fragment {
  readonly secret: string | undefined
  readonly code: string | undefined
}

/** Reads '#sleutel=…' or '#K7QF2M9P'. Anything else is neither. */
export function readFragment(hash: string): Fragment {
  const text = hash.replace(/^#/, '')
  const secret = /^sleutel=(.+)$/.exec(text)?.[1]
  if (secret !== undefined) return { secret: decoded(secret), code: undefined }
  const code = decoded(text)
  return { secret: undefined, code: code === undefined || code === '' ? undefined : code }
}

let secretOfThisVisit: { readonly path: string; readonly secret: string } | undefined

/**
 * Takes a secret out of the address bar before anything else runs, so that it is in no history,
 * no screenshot and no shared screen.
 */
export function hideSecret(): void {
  const { secret } = readFragment(location.hash)
  if (secret === undefined) return
  secretOfThisVisit = { path: location.pathname, secret }
  history.replaceState(null, '', location.pathname + location.search)
}

/** The secret that the address of this very screen came with. */
export function secretOfAddress(): string | undefined {
  return secretOfThisVisit?.path === location.pathname ? secretOfThisVisit.secret : undefined
}

/** To be called once the server has taken the secret. */
export function forgetSecret(): void {
  secretOfThisVisit = undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    // A broken escape is no secret and no code.
    return undefined
  }
}
