import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

const LISTENING = '0A'

/** The process on this machine that listens on a port; undefined when that cannot be found out. */
export function processOfPort(port: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  const sockets = new Set(['tcp', 'tcp6'].flatMap((table) => socketsOf(table, port)))
  if (sockets.size === 0) return undefined
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => filesOf(pid).some((file) => sockets.has(file)))
}

function socketsOf(table: string, port: number): readonly string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0')
  return readFileSync(`/proc/net/${table}`, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === LISTENING && fields[1]?.endsWith(`:${wanted}`) === true)
    .map((fields) => `socket:[${fields[9]}]`)
}

function filesOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((file) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${file}`)]
      } catch {
        // Closed in the meantime.
        return []
      }
    })
  } catch {
    // Ended, or somebody else's.
    return []
  }
}
