import type { FastifyInstance } from 'fastify'
import type { Services } from './services.ts'
import { repairMessages } from './start-problems.ts'

/** The boards are the slowest to open, and may have something to tell the operator. */
export async function openLog({ storage }: Services, server: FastifyInstance): Promise<void> {
  const { repairs } = await storage.updateLog.opened
  storage.updateLog.onInterrupted((reason) => {
    server.log.error(reason, 'De draad die de borden bewaart is gestopt; er begint een nieuwe.')
  })
  for (const message of repairMessages(repairs)) server.log.warn(message)
}
