// Loaded before the server in a process of its own: tells the parent how its event loop does.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const SAMPLE_MS = 10

const delays = monitorEventLoopDelay({ resolution: SAMPLE_MS })
delays.enable()

/**
 * Work of this thread between two turns of the event loop, in ms. On a busy computer a turn comes
 * late without anything having blocked it; time that this thread itself worked is no excuse.
 */
let longestWork = 0
let cpuBefore = workOfThread()
setInterval(() => {
  const cpu = workOfThread()
  longestWork = Math.max(longestWork, cpu - cpuBefore)
  cpuBefore = cpu
}, SAMPLE_MS).unref()

process.on('message', (question) => {
  if (question !== 'how are you') return
  process.send?.({ longestWork, longestDelay: delays.max / 1e6, rss: process.memoryUsage.rss() })
  longestWork = 0
  delays.reset()
})
process.channel?.unref()

function workOfThread(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
