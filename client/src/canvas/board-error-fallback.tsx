/** Hands an error of tldraw on to our own boundary, which speaks Dutch. */
export function BoardErrorFallback({ error }: { readonly error: unknown }): never {
  throw error instanceof Error ? error : new Error(String(error))
}
