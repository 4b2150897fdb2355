import { createHash } from 'node:crypto'
import type { Capacity, Role } from '@stip/api'
import { idFromBytes } from '@stip/primitives'
import type { BoardId, SessionId } from '@stip/primitives'
import { boardAccess, personOf } from '@stip/workshop'
import type { Actor, BoardAccess, Scribe, Session } from '@stip/workshop'
import type { FastifyRequest } from 'fastify'
import { RequestRefusedError } from '../errors.ts'
import type { Services } from '../services.ts'
import type { Grant } from '../storage/stores/grant-store.ts'
import type { Asker } from '../turns.ts'
import { deviceOf } from './devices.ts'

/** So many tell all facilitators of a session apart. */
const WHO_BYTES = 8

/** Somebody who asks, in the role that the address names. */
export interface Visitor<Who = Actor | Scribe> {
  readonly grant: Grant
  readonly actor: Who
  readonly session: Session
}

type Known = Pick<Services, 'storage' | 'desk'>

/** Who a grant makes its device; undefined for a grant that makes no sense. */
export function actorOf({ role, personId }: Grant): Actor | undefined {
  if (role !== 'participant') return { role }
  return personId === undefined ? undefined : { role, personId }
}

/** The grant of this device for one role in one session. */
export async function findVisitor(
  { storage, desk }: Known,
  request: FastifyRequest,
  sessionId: SessionId,
  role: Role,
): Promise<Visitor<Actor> | undefined> {
  const device = deviceOf(request)
  const grant = device && (await storage.grants.find(device, sessionId, role))
  const actor = grant && actorOf(grant)
  // Only for who has a grant: others have nothing read.
  const session = actor && (await desk.open(sessionId))
  if (actor === undefined || grant === undefined || session === undefined) return undefined
  // Opening a session takes a while, and who is sent away meanwhile is nobody any more.
  return (await isStillGranted({ storage }, grant)) ? { grant, actor, session } : undefined
}

/** Whether a device is still what it was when it asked. */
export async function isStillGranted(
  { storage }: Pick<Known, 'storage'>,
  { deviceHash, sessionId, role, personId }: Grant,
): Promise<boolean> {
  const now = await storage.grants.find(deviceHash, sessionId, role)
  return now !== undefined && now.personId === personId
}

/**
 * Does something when it is the turn of whoever asks in their session, if their device is still what it
 * was when they asked: who was sent away while they waited does nothing more.
 *
 * @throws {RequestRefusedError} 'not-allowed'.
 */
export function inOwnTurn<T>(
  services: Known,
  grant: Grant,
  work: () => T | Promise<T>,
): Promise<T> {
  return services.desk.inTurn(grant.sessionId, async () => {
    if (!(await isStillGranted(services, grant))) throw new RequestRefusedError('not-allowed')
    return work()
  })
}

/** The same in a capacity: a scribe is a participant whom the facilitator appointed. */
export async function findInCapacity(
  known: Known,
  request: FastifyRequest,
  sessionId: SessionId,
  as: Capacity,
): Promise<Visitor | undefined> {
  if (as !== 'scribe') return findVisitor(known, request, sessionId, as)
  const visitor = await findVisitor(known, request, sessionId, 'participant')
  if (visitor?.actor.role !== 'participant') return undefined
  const { personId } = visitor.actor
  const person = personOf(visitor.session, personId)
  const isOne = person?.isScribe === true && !person.hasLeft
  return isOne ? { ...visitor, actor: { role: 'scribe', personId } } : undefined
}

/**
 * Which facilitator or scribe somebody is, for who looks back later: of a facilitator an id that says
 * nothing of the device, and nothing in another session. Of all others nothing is noted.
 */
export function whoIs({ grant, actor }: Pick<Visitor, 'grant' | 'actor'>): string | undefined {
  if (actor.role === 'scribe') return actor.personId
  if (actor.role !== 'facilitator') return undefined
  const hash = createHash('sha256').update(grant.sessionId).update(grant.deviceHash).digest()
  return idFromBytes(hash.subarray(0, WHO_BYTES))
}

/** For whom something dear is done; see {@link Turns}. */
export function askerOf({ grant, session }: Pick<Visitor, 'grant' | 'session'>): Asker {
  const { personId, role, deviceHash } = grant
  const person = personId ?? `${role} ${Buffer.from(deviceHash).toString('base64')}`
  return { session: session.id, person }
}

/** What one device has open of one thing in one role; see {@link Doors}. */
export function doorOf({ deviceHash, role }: Grant, what: string): string {
  return `${Buffer.from(deviceHash).toString('base64')} ${role} ${what}`
}

/** @throws {RequestRefusedError} 'not-allowed' when this device has no such grant. */
export async function visitorOf(
  services: Known,
  request: FastifyRequest,
  sessionId: SessionId,
  role: Role,
): Promise<Visitor<Actor>> {
  return found(await findVisitor(services, request, sessionId, role))
}

/** @throws {RequestRefusedError} 'not-allowed' when this device is nobody in that capacity. */
export async function inCapacity(
  services: Known,
  request: FastifyRequest,
  sessionId: SessionId,
  as: Capacity,
): Promise<Visitor> {
  return found(await findInCapacity(services, request, sessionId, as))
}

function found<Found>(visitor: Found | undefined): Found {
  if (visitor === undefined) throw new RequestRefusedError('not-allowed')
  return visitor
}

/**
 * Who asks for a board, and what they may do with it: at least read.
 *
 * @throws {RequestRefusedError} 'no-such-board' or 'not-allowed'.
 */
export async function boardVisitorOf(
  services: Known,
  request: FastifyRequest,
  boardId: BoardId,
  as: Capacity,
): Promise<Visitor & { readonly access: Exclude<BoardAccess, 'none'> }> {
  const sessionId = await services.desk.sessionOfBoard(boardId)
  if (sessionId === undefined) throw new RequestRefusedError('no-such-board')
  const visitor = await inCapacity(services, request, sessionId, as)
  const access = boardAccess(visitor.session, visitor.actor, boardId)
  if (access === 'none') throw new RequestRefusedError('no-such-board')
  return { ...visitor, access }
}
