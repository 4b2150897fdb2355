import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { publicBases } from './addresses.ts'
import { buildApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import type { Config } from './config.ts'
import { collectInOneThread } from './gc-settings.ts'
import { whyItCannotStart } from './start-problems.ts'

/** How long closing may take before the process ends anyway, in milliseconds. */
const PATIENCE_MS = 5000

let isStopping = false

collectInOneThread()
await start()

async function start(): Promise<void> {
  let config: Config | undefined
  const sayWhy = (error: unknown): void => {
    const why = error instanceof ConfigError ? error.message : whyItCannotStart(error, config)
    process.stderr.write(`${why}\n`)
  }
  try {
    config = readConfig(process.env)
    let opened: FastifyInstance | undefined
    const server = await buildApp({
      config: { ...config, dataDir: resolve(config.dataDir) },
      // What would have kept it from starting, if a start read everything.
      onDamage: (error) => {
        // Found in the middle of a start, it ends that.
        if (opened === undefined) return
        sayWhy(error)
        stop(opened, 1)
      },
    })
    opened = server
    process.on('SIGTERM', () => stop(server, 0))
    process.on('SIGINT', () => stop(server, 0))
    await listen(server, config)
    process.stdout.write(`${welcome(config)}\n`)
  } catch (error) {
    sayWhy(error)
    // A half-started server may hold files or timers; nothing of it is worth waiting for.
    process.exit(1)
  }
}

/** Some systems have no IPv6 at all; there, every address is every address of IPv4. */
async function listen(server: FastifyInstance, { port, host }: Config): Promise<void> {
  try {
    await server.listen({ port, host })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (host !== '::' || (code !== 'EAFNOSUPPORT' && code !== 'EADDRNOTAVAIL')) throw error
    await server.listen({ port, host: '0.0.0.0' })
  }
}

/** Ctrl-C, a parent that goes, or damage: store everything, send everybody away, end. */
function stop(server: FastifyInstance, code: 0 | 1): void {
  if (isStopping) return
  isStopping = true
  setTimeout(() => process.exit(1), PATIENCE_MS).unref()
  server.close().then(
    () => process.exit(code),
    (error: unknown) => {
      server.log.error(error)
      process.exit(1)
    },
  )
}

function welcome({ port, publicUrl, dataDir }: Config): string {
  const [first = '', ...others] = publicBases(publicUrl, port)
  return [
    '',
    'Stip draait.',
    `  Op deze computer:   http://localhost:${port}`,
    `  Voor deelnemers:    ${first}`,
    ...others.map((address) => `  Of misschien:       ${address}`),
    `  Gegevens staan in:  ${resolve(dataDir)}`,
    '  Stoppen: druk op Ctrl-C.',
    '',
  ].join('\n')
}
