// Loaded into the server by the launcher (`node --import`). The launcher itself can be killed
// without warning too; then nobody is left to stop the server, so it looks after itself.
const parent = process.ppid

const timer = setInterval(() => {
  if (process.ppid === parent) return
  clearInterval(timer)
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 10_000).unref()
}, 500)
timer.unref()
