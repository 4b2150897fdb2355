import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { publicBases } from './addresses.ts'
import { buildApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import type { Config } from './config.ts'
import { collectInOneThread } from './heap.ts'
import { whyItCannotStart } from './start-problems.ts'

/** How long closing may take before the process ends anyway, in milliseconds. */
const PATIENCE_MS = 5000

collectInOneThread()
await start()

async function start(): Promise<void> {
  let config: Config | undefined
  try {
    config = readConfig(process.env)
    const server = await buildApp({ config: { ...config, dataDir: resolve(config.dataDir) } })
    stopOnSignals(server)
    await listen(server, config)
    process.stdout.write(`${welcome(config)}\n`)
  } catch (error) {
    const why = error instanceof ConfigError ? error.message : whyItCannotStart(error, config)
    process.stderr.write(`${why}\n`)
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

/** Ctrl-C, or a parent that goes: store everything, send everybody away, end. */
function stopOnSignals(server: FastifyInstance): void {
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        server.log.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
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
