// Loaded before the server, into its process: tells who measures what it costs.

const SAMPLE_MS = 5

/** What a server has used, and the longest work of its main thread since it was asked last. */
export interface Use {
  /** Of all its threads, in milliseconds. */
  readonly cpuMs: number
  readonly rssMb: number
  readonly longestBlockMs: number
}

/**
 * Work of the main thread between two turns of its event loop. On a busy computer a turn comes late
 * without anything having blocked it; time that the thread itself worked is no excuse.
 */
let longestBlockMs = 0
let before = workOfThread()
setInterval(() => {
  const now = workOfThread()
  longestBlockMs = Math.max(longestBlockMs, now - before)
  before = now
}, SAMPLE_MS).unref()

process.on('message', (question) => {
  if (question !== 'use') return
  const { user, system } = process.cpuUsage()
  const rssMb = process.memoryUsage.rss() / 1_000_000
  process.send?.({ cpuMs: (user + system) / 1000, rssMb, longestBlockMs } satisfies Use)
  longestBlockMs = 0
})
process.channel?.unref()

function workOfThread(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
