// Loaded before the server, into its process: tells who measures what it costs. Not in TypeScript: what
// takes the types away would stay in the memory that is measured.

const SAMPLE_MS = 5

/**
 * Work of the main thread between two turns of its event loop. On a busy computer a turn comes
 * late without anything having blocked it; time that the thread itself worked is no excuse.
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
  process.send?.({ cpuMs: (user + system) / 1000, rssMb, longestBlockMs })
  longestBlockMs = 0
})
process.channel?.unref()

function workOfThread() {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
