/** One line on the terminal, for the person who typed the command. */
export function say(/** @type {string} */ line) {
  process.stdout.write(`${line}\n`)
}

/** Something is wrong: one sentence that says what to do. */
export function complain(/** @type {string} */ sentence) {
  process.stderr.write(`\n${sentence}\n`)
}

/**
 * A failure the person at the keyboard can do something about. The message is shown as it is,
 * without a stack.
 */
export class LaunchError extends Error {
  /** @override */
  name = 'LaunchError'
}

/**
 * Says what is being done, and every ten seconds that it is still going on: on slow wifi a first
 * start takes minutes, and silence looks like a crash.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  say(`• ${what}…`)
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  const heartbeat = setInterval(() => say(`  nog bezig (${seconds()} s)`), 10_000)
  try {
    const result = await work()
    say(`  klaar (${seconds()} s)`)
    return result
  } finally {
    clearInterval(heartbeat)
  }
}
