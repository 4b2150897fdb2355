/** Once per page is enough. */
let isAsked = false

/**
 * Has this device keep the screens, so that they open again without a connection. Browsers allow
 * that on https and localhost only; elsewhere the work is kept, but the page has to come from the
 * server.
 */
export function keepPage(): void {
  if (isAsked || !globalThis.isSecureContext || !('serviceWorker' in navigator)) return
  isAsked = true
  // While one develops, files have no lasting names.
  if (!import.meta.env.PROD) return
  navigator.serviceWorker
    .register('/service-worker.js', { updateViaCache: 'none' })
    // A browser may forbid it, and a private window does; then all is as it would be without.
    .catch(() => undefined)
}
