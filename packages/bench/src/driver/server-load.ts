import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of /proc in a second; the same on every Linux that runs Node. */
const TICKS_PER_SECOND = 100

/** CPU a process has used until now, with all its threads and its children. */
export interface Load {
  readonly cpuSeconds: number
  /** Resident memory in bytes. */
  readonly rss: number
}

/** Reads what a process has used until now; undefined when it is not there. */
export function loadOf(pid: number | undefined): Load | undefined {
  if (pid === undefined) return undefined
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
}

/**
 * CPU that everything on this machine has used until now, in seconds; undefined where that is not
 * told. What is left of it without server and driver says how disturbed a measurement was.
 */
export function machineSeconds(): number | undefined {
  if (process.platform !== 'linux') return undefined
  const [, ...fields] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]?.split(/\s+/) ?? []
  // Without interrupts: what the network does for server and driver belongs to no process.
  const [user = 0, nice = 0, system = 0] = fields.map(Number)
  return (user + nice + system) / TICKS_PER_SECOND
}

function fromProc(pid: number): Load | undefined {
  const own = statOf(pid)
  if (own === undefined) return undefined
  const below = childrenOf(pid).flatMap((child) => fromProc(child) ?? [])
  return {
    cpuSeconds: own.cpuSeconds + below.reduce((sum, load) => sum + load.cpuSeconds, 0),
    rss: own.rss + below.reduce((sum, load) => sum + load.rss, 0),
  }
}

function statOf(pid: number): Load | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands between brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number)
    const ticks = user + system + endedUser + endedSystem
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    return { cpuSeconds: ticks / TICKS_PER_SECOND, rss: pages * 4096 }
  } catch {
    // It has ended.
    return undefined
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
        .split(' ')
        .filter((word) => word !== '')
        .map(Number),
    )
  } catch {
    // It has ended, or this kernel does not tell.
    return []
  }
}

/** macOS and others: whole hundredths of seconds, without children. */
function fromPs(pid: number): Load | undefined {
  try {
    const [time = '', kilobytes = '0'] = execFileSync(
      'ps',
      ['-o', 'time=,rss=', '-p', String(pid)],
      { encoding: 'utf8' },
    )
      .trim()
      .split(/\s+/)
    const cpuSeconds = time
      .split(/[:-]/)
      .reduce((seconds, part) => seconds * 60 + Number(part.replace(',', '.')), 0)
    return { cpuSeconds, rss: Number(kilobytes) * 1024 }
  } catch {
    // No such process, or no ps.
    return undefined
  }
}
