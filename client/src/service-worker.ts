/**
 * Keeps the screens of Stip on this device, so that a page that is loaded again without a connection
 * still opens. It keeps our own files and the empty page, and nothing else: no answers of the
 * server, no boards, no links. Browsers run it on https and localhost only.
 */

/** What a worker knows of an event that it answers later. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface AskEvent extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

interface Worker extends EventTarget {
  skipWaiting(): Promise<void>
  readonly location: Location
}

/** Filled in by the build: a name for exactly these files, and their addresses. */
declare const OFFLINE_VERSION: string
declare const OFFLINE_FILES: readonly string[]

const worker = globalThis as unknown as Worker
const PREFIX = 'stip-screens-'
const CURRENT = PREFIX + OFFLINE_VERSION
const PAGE = '/'
/** How long a network may take before the copy on this device is shown. Milliseconds. */
const PATIENCE_MS = 5000

worker.addEventListener('install', (event) => {
  ;(event as WorkerEvent).waitUntil(fill())
  // A page that is open keeps what it has: files never change under one name.
  void worker.skipWaiting()
})

worker.addEventListener('activate', (event) => {
  ;(event as WorkerEvent).waitUntil(forgetOldVersions())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event as AskEvent
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  const isData = pathname.startsWith('/api/') || pathname.startsWith('/sync/')
  if (request.mode === 'navigate' && !isData) (event as AskEvent).respondWith(page(request))
  else if (pathname.startsWith('/assets/')) (event as AskEvent).respondWith(file(request))
})

/** All or nothing: half a version would not open. */
async function fill(): Promise<void> {
  const cache = await caches.open(CURRENT)
  await cache.addAll([new Request(PAGE, { cache: 'reload' }), ...OFFLINE_FILES])
}

/** A page that is open may still ask for files of the version before this one. */
async function forgetOldVersions(): Promise<void> {
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX))
  const old = versions.filter((name) => name !== CURRENT).slice(0, -1)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** The newest page when the server answers, else the one that was kept. */
async function page(request: Request): Promise<Response> {
  const kept = await (await caches.open(CURRENT)).match(PAGE)
  if (kept === undefined) return fetch(request)
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
    // What stands between us and a server that is down answers in its place.
    return answer.status >= 502 && answer.status <= 504 ? kept : answer
  } catch {
    return kept
  }
}

/** A file under its name is always the same. */
async function file(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request)
}
