import { Backgrounds, limits } from '@stip/workshop'
import { z } from 'zod'
import { Role } from './session.ts'

export const FormatSummary = z.object({
  slug: z.string(),
  title: z.string(),
  purpose: z.string(),
  minutes: z.number(),
  stepCount: z.number(),
  groupCount: z.number(),
})
export type FormatSummary = z.infer<typeof FormatSummary>

export const CreateSessionBody = z.object({
  format: z.string().max(100),
  title: z.string().trim().min(1).max(limits.titleLength),
  groupCount: z.number().int().min(1).max(limits.groups),
})
export type CreateSessionBody = z.infer<typeof CreateSessionBody>
export const CreateSessionAnswer = z.object({ sessionId: z.string() })
export type CreateSessionAnswer = z.infer<typeof CreateSessionAnswer>

/** People type and paste codes as they like, whole links too. */
const JoinCode = z.string().min(1).max(500)

export const LookUpCodeBody = z.object({ code: JoinCode })
export const LookUpCodeAnswer = z.object({
  sessionId: z.string(),
  title: z.string(),
  backgrounds: z.array(z.object({ id: Backgrounds, name: z.string() })),
  /** This device already takes part; joining again would make a second person. */
  alreadyIn: z.boolean(),
})
export type LookUpCodeAnswer = z.infer<typeof LookUpCodeAnswer>

export const JoinBody = z.object({
  code: JoinCode,
  name: z.string().max(limits.nameLength),
  background: Backgrounds,
})
export type JoinBody = z.infer<typeof JoinBody>
export const JoinAnswer = z.object({ sessionId: z.string(), personId: z.string() })
export type JoinAnswer = z.infer<typeof JoinAnswer>

/** The secret of a link, from the fragment of its address. */
export const ExchangeBody = z.object({
  role: z.enum(['facilitator', 'observer', 'wall']),
  secret: z.string().min(1).max(200),
})
export type ExchangeBody = z.infer<typeof ExchangeBody>

export const LinksAnswer = z.object({
  participant: z.string(),
  observer: z.string(),
  wall: z.string(),
  facilitator: z.string(),
})
/** Complete addresses; all but the first carry a secret. */
export type LinksAnswer = z.infer<typeof LinksAnswer>

export const GrantAnswer = z.object({ role: Role })
export type GrantAnswer = z.infer<typeof GrantAnswer>

/** For 'participant' this makes a new join code; for the others a new secret, and who used the old link is out. */
export const RenewLinkBody = z.object({ role: Role })
export type RenewLinkBody = z.infer<typeof RenewLinkBody>

export const OpenScreenAnswer = z.object({ secret: z.string(), code: z.string() })
/** A screen that waits: the code that it shows, and the secret with which it asks what it became. */
export type OpenScreenAnswer = z.infer<typeof OpenScreenAnswer>

export const ScreenBody = z.object({ secret: z.string().min(1).max(100) })
export const ScreenAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting'), code: z.string() }),
  z.object({
    kind: z.literal('paired'),
    sessionId: z.string(),
    role: z.enum(['wall', 'participant']),
  }),
])
/** What a screen that waits has become. */
export type ScreenAnswer = z.infer<typeof ScreenAnswer>

/** The four digits on a screen; with a group it becomes the screen of that group, else the wall. */
export const ClaimScreenBody = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{4}$/),
  groupId: z.string().min(1).max(64).optional(),
})
export type ClaimScreenBody = z.infer<typeof ClaimScreenBody>

/** What this device is, in which sessions. */
export const MyGrants = z.object({
  grants: z.array(
    z.object({ sessionId: z.string(), title: z.string(), role: Role, ended: z.boolean() }),
  ),
})
export type MyGrants = z.infer<typeof MyGrants>

export const TicketAnswer = z.object({ ticket: z.string(), expiresInSeconds: z.number() })
export type TicketAnswer = z.infer<typeof TicketAnswer>

export const AssetAnswer = z.object({
  /** Address on this server, to be used as the `src` of a tldraw image asset. */
  src: z.string(),
  width: z.number(),
  height: z.number(),
  mimeType: z.string(),
  /** In bytes, after re-encoding. */
  size: z.number(),
})
export type AssetAnswer = z.infer<typeof AssetAnswer>

/**
 * Every refusal of the HTTP API: a stable code and, for a person, a Dutch sentence that says
 * what happened and what can be done now.
 */
export const Problem = z.object({ code: z.string(), message: z.string() })
export type Problem = z.infer<typeof Problem>
