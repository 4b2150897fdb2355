import { once } from 'node:events'
import { createServer } from 'node:net'

/** Ports of the benchmark: nothing that a person starts by hand is likely to be among them. */
const FIRST = 4600
const COUNT = 100

/**
 * A port that nobody listens on. Searching starts anywhere, because two benchmarks on one machine
 * must not measure each other's servers.
 */
export async function freePort(): Promise<number> {
  const start = Math.floor(Math.random() * COUNT)
  for (let tried = 0; tried < COUNT; tried++) {
    const port = FIRST + ((start + tried) % COUNT)
    if (await isFree(port)) return port
  }
  throw new Error(`All ports from ${FIRST} to ${FIRST + COUNT - 1} are taken.`)
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen({ port, host: '127.0.0.1' })
    await once(server, 'listening')
    return true
  } catch {
    // Somebody has it.
    return false
  } finally {
    server.close()
  }
}
