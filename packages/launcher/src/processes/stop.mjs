import { isAnythingRunning, stopChildren } from './children.mjs'
import { watchNpm } from './parents.mjs'

/** How long a child may take to put its work away, in milliseconds. */
const patienceMs = 10_000

let isStopping = false

/** True once the person asked to stop; what ends after that did not fail. */
export function isAskedToStop() {
  return isStopping
}

/**
 * From here on Ctrl-C, SIGTERM and the end of npm all stop what the launcher started.
 *
 * npm passes Ctrl-C on to us while the terminal sends it as well, so the same wish can arrive
 * twice; only a wish that comes clearly later means "now".
 */
export function stopTogether() {
  let askedAt = 0
  const stop = () => {
    if (isStopping) {
      if (Date.now() - askedAt > 1000) stopChildren(true)
      return
    }
    isStopping = true
    askedAt = Date.now()
    stopChildren(false)
    const deadline = setInterval(() => {
      if (!isAnythingRunning()) clearInterval(deadline)
      else if (Date.now() - askedAt > patienceMs) stopChildren(true)
    }, 250)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, stop)
  }
  watchNpm(stop)
}
