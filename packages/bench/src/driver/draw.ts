import { setInterval as every } from 'node:timers'
import { percentile } from '../figures/percentile.ts'
import { share } from '../figures/tally.ts'
import type { Figures, Job } from '../job.ts'
import { DrawnBoard } from './drawn-board.ts'
import { Pace } from './pace.ts'
import { loadOf, machineSeconds } from './server-load.ts'
import { pause } from './waiting.ts'

const HEARTBEAT_MS = 5000
const CONVERGE_MS = 15_000
/** What is not there this long after measuring ended, does not count as delivered. */
const LATEST_MS = 1000

/** Lets everybody draw, and measures what it costs and how it arrives (scenarios A to D, I, K and L). */
export async function draw(job: Job): Promise<Figures> {
  const boards = job.boards.map((plan) => new DrawnBoard(job, plan))
  for (const board of boards) await board.prepare()
  const pace = new Pace(inTurns(boards.map(({ acts }) => acts)), job.perSecond)
  const heart = every(() => {
    for (const { probes, crew } of boards) {
      for (const probe of probes) probe.send(crew.heartbeat())
    }
  }, HEARTBEAT_MS)
  try {
    pace.start()
    await pause(job.warmUpSeconds * 1000)
    pace.forget()
    const measured = await measure(job, boards)
    pace.stop()
    const lag = percentile(pace.lateness, 0.99) ?? 0
    const converged: boolean[] = []
    for (const board of boards.filter(({ probes }) => probes.length > 0)) {
      converged.push(await board.converges(CONVERGE_MS))
    }
    if (boards.every(({ delivered, pointed }) => delivered + pointed === 0)) {
      // Saturated is when too little arrives; when nothing ever does, something is broken.
      const trouble = boards.find(({ troubles }) => troubles.length > 0)?.troubles[0]
      throw new Error(`Nothing that was drawn arrived. ${trouble ?? ''}`)
    }
    const now = performance.now()
    for (const board of boards) board.addMissing(now)
    const latencies = boards.flatMap((board) => board.latencies)
    const confirmations = boards.flatMap((board) => board.confirmations)
    return {
      ...measured,
      p50: percentile(latencies, 0.5),
      p95: percentile(latencies, 0.95),
      p99: percentile(latencies, 0.99),
      ackP50: percentile(confirmations, 0.5),
      ackP95: percentile(confirmations, 0.95),
      ackP99: percentile(confirmations, 0.99),
      converged: converged.every(Boolean),
      driverLagP99: lag,
      driverBusy: measured.driverCores > 0.9 || lag > 50,
      connectionsLost: boards.reduce((sum, { troubles }) => sum + troubles.length, 0),
      firstTrouble: boards.find(({ troubles }) => troubles.length > 0)?.troubles[0],
    }
  } finally {
    clearInterval(heart)
    pace.stop()
    for (const board of boards) board.leave()
  }
}

interface Measured extends Figures {
  readonly driverCores: number
}

async function measure(job: Job, boards: readonly DrawnBoard[]): Promise<Measured> {
  const before = look(job, boards)
  for (const board of boards) board.from = before.at
  let rss = 0
  for (let second = 0; second < job.seconds; second++) {
    await pause(Math.max(0, before.at + (second + 1) * 1000 - performance.now()))
    rss = Math.max(rss, loadOf(job.serverPid)?.rss ?? 0)
  }
  const after = look(job, boards)
  for (const board of boards) board.to = after.at
  // Drawing goes on: what is late arrives under the same load.
  await pause(LATEST_MS)
  const arrived = { moves: 0, cursors: 0 }
  const expected = { moves: 0, cursors: 0 }
  for (const [index, board] of boards.entries()) {
    const [first, last] = [before.marks[index], after.marks[index]]
    if (first === undefined || last === undefined) continue
    const counted = board.arrivedOf(first, last)
    arrived.moves += counted.arrived.moves
    arrived.cursors += counted.arrived.cursors
    expected.moves += counted.expected.moves
    expected.cursors += counted.expected.cursors
  }
  const seconds = (after.at - before.at) / 1000
  const cpu = after.cpu === undefined ? undefined : after.cpu - (before.cpu ?? 0)
  const driverCpu = after.driverCpu - before.driverCpu
  const machine = after.machine === undefined ? undefined : after.machine - (before.machine ?? 0)
  const delivered = after.delivered - before.delivered
  const pointed = after.pointed - before.pointed
  const clients = boards.reduce(
    (sum, { drawers, readers }) => sum + drawers.length + readers.length,
    0,
  )
  return {
    people: clients,
    serverCores: cpu === undefined ? undefined : cpu / seconds,
    usPerDelivered: cpu === undefined || delivered === 0 ? undefined : (cpu * 1e6) / delivered,
    usPerCursor:
      cpu === undefined || job.doing === 'moves' || pointed === 0
        ? undefined
        : (cpu * 1e6) / pointed,
    movesDelivered: delivered,
    deliveredShare: share(arrived.moves, expected.moves),
    cursorShare: share(arrived.cursors, expected.cursors),
    bytesPerClientPerSecond: (after.bytes - before.bytes) / seconds / clients,
    rssMb: rss === 0 ? undefined : rss / 1024 / 1024,
    driverCores: driverCpu / seconds,
    otherCores:
      cpu === undefined || machine === undefined
        ? undefined
        : Math.max(0, machine - cpu - driverCpu) / seconds,
    packed: boards[0]?.drawers[0]?.isPacking,
  }
}

function look(job: Job, boards: readonly DrawnBoard[]) {
  const { user, system } = process.cpuUsage()
  return {
    at: performance.now(),
    marks: boards.map((board) => board.mark()),
    delivered: boards.reduce((sum, board) => sum + board.delivered, 0),
    pointed: boards.reduce((sum, board) => sum + board.pointed, 0),
    bytes: boards.reduce((sum, board) => sum + board.bytesRead, 0),
    cpu: loadOf(job.serverPid)?.cpuSeconds,
    driverCpu: (user + system) / 1e6,
    machine: machineSeconds(),
  }
}

/** One of every board, then the next of every board: boards are drawn on at the same time. */
function inTurns<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, place) =>
    lists.flatMap((list) => list.slice(place, place + 1)),
  ).flat()
}
