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
  /** This worker itself; not every browser tells. */
  readonly serviceWorker?: { readonly state: string }
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
/** How long it may take to begin with an answer where there is no copy. Milliseconds. */
const LIMIT_MS = 20_000
/** How long all files may take to come, over poor wifi. Milliseconds. */
const FILL_MS = 300_000

/** A new version asks this often to take over, and this many times: as long as a browser keeps it running. */
const AGAIN_MS = 1000
const MOST_TRIES = 25

worker.addEventListener('install', (event) => {
  ;(event as WorkerEvent).waitUntil(fill().then(() => void takeOver()))
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
  const { signal, clear } = stopAfter(FILL_MS)
  const files = OFFLINE_FILES.map((name) => new Request(name, { signal }))
  await cache.addAll([new Request(PAGE, { cache: 'reload', signal }), ...files])
  clear()
}

/**
 * Takes the place of the version before this one. A page that is open keeps what it has: files never
 * change under one name. A browser lets the version before end what it is doing, and may not look
 * again after that: it is asked until it did.
 */
async function takeOver(): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (worker.serviceWorker?.state.startsWith('activ') === true) return
    void worker.skipWaiting()
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
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
  if (kept === undefined) return begun(request, LIMIT_MS)
  try {
    const answer = await begun(request, PATIENCE_MS)
    // What stands between us and a server that is down answers in its place.
    return answer.status >= 502 && answer.status <= 504 ? kept : answer
  } catch {
    return kept
  }
}

/** A file under its name is always the same. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request.url)
  if (kept !== undefined) return kept
  // A page that asks again gets the same line that hangs; from here a new one is taken.
  return begun(request, LIMIT_MS).catch(() => begun(request, LIMIT_MS))
}

/** The answer, once it has begun; what is large may take as long as it needs after that. */
async function begun(request: Request, limitMs: number): Promise<Response> {
  const limit = stopAfter(limitMs)
  try {
    return await fetch(request, { signal: limit.signal })
  } finally {
    limit.clear()
  }
}

/** AbortSignal.timeout goes on counting while an answer comes in. */
function stopAfter(ms: number): { readonly signal: AbortSignal; readonly clear: () => void } {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), ms)
  return { signal: stop.signal, clear: () => clearTimeout(timer) }
}
