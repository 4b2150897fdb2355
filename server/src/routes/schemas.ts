import { Capacity, Problem, Role } from '@stip/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Services } from '../services.ts'

const Id = z.string().min(1).max(64)

/** Names a session in an address. */
export const SessionAddress = z.object({ sessionId: Id })
/** Names a board in an address. */
export const BoardAddress = z.object({ boardId: Id })
/** Which of the grants of this device applies. */
export const AsRole = z.object({ as: Role })
/** The same, or as a scribe with the grant of a participant. */
export const InCapacity = z.object({ as: Capacity })
/** What only a facilitator may ask. */
export const AsFacilitator = z.object({ as: z.literal('facilitator').default('facilitator') })

/** How every route may refuse. */
export const refusals = { '4xx': Problem, '5xx': Problem } as const

/** A group of routes of the HTTP API. */
export type Routes = FastifyPluginAsyncZod<{ readonly services: Services }>
