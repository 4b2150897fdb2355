import { ExchangeBody, GrantAnswer, MyGrants } from '@stip/api'
import type { PersonId, SessionId } from '@stip/primitives'
import { z } from 'zod'
import { RequestRefusedError } from '../../errors.ts'
import { deviceOf, knownDevice, trierOf } from '../../identity/devices.ts'
import type { SessionDesk } from '../../sessions/session-desk.ts'
import type { Routes } from '../schemas.ts'
import { refusals, SessionAddress } from '../schemas.ts'

/** What this device may be: shown, won with the secret of a link, and given up. */
export const grantRoutes: Routes = async (server, { services }) => {
  const { desk, storage, secrets, config, rooms, feeds, wrongCodes } = services

  server.get(
    '/api/me',
    {
      schema: {
        summary: 'Lists what this device is, in which sessions',
        response: { 200: MyGrants, ...refusals },
      },
    },
    async (request) => {
      const device = deviceOf(request)
      const grants = device === undefined ? [] : await storage.grants.ofDevice(device)
      const mine: MyGrants['grants'] = []
      for (const { sessionId, role } of grants) {
        // One after the other: a facilitator of years has many.
        // oxlint-disable-next-line no-await-in-loop
        const course = (await desk.open(sessionId))?.course
        if (course === undefined) continue
        const ended = course.endedAt !== undefined
        mine.push({ sessionId, title: course.title, role, ended })
      }
      return { grants: mine }
    },
  )

  server.post(
    '/api/sessions/:sessionId/grants',
    {
      schema: {
        summary: 'Exchanges the secret of a link for a grant of this device',
        params: SessionAddress,
        body: ExchangeBody,
        response: { 200: GrantAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params
      const { role, secret } = request.body
      const trier = trierOf(request)
      if (wrongCodes.isStopped(trier)) throw new RequestRefusedError('too-many-tries')
      const rightVersion = async (): Promise<number | undefined> => {
        const version = await storage.entries.linkVersion(sessionId, role)
        return secrets.isRight(sessionId, role, version, secret) ? version : undefined
      }
      const refusal = (): RequestRefusedError =>
        new RequestRefusedError(wrongCodes.count(trier) ? 'too-many-tries' : 'link-not-valid')
      // Who has no right one takes no turn from others.
      const isRight = (await rightVersion()) !== undefined
      if (!isRight || (await desk.open(sessionId)) === undefined) throw refusal()
      // In a turn: a link is not renewed while somebody comes in by it.
      await desk.inTurn(sessionId, async () => {
        const version = await rightVersion()
        if (version === undefined) throw refusal()
        const deviceHash = knownDevice(request, reply, config)
        await storage.grants.add({ deviceHash, sessionId, role, personId: undefined }, version)
      })
      return { role }
    },
  )

  server.delete(
    '/api/sessions/:sessionId/grants/participant',
    {
      schema: {
        summary: 'Lets another person take part on this device',
        params: SessionAddress,
        response: { 204: z.undefined(), ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params
      const deviceHash = deviceOf(request)
      if (deviceHash !== undefined) {
        const grant = { deviceHash, sessionId, role: 'participant' } as const
        const known = await storage.grants.find(deviceHash, sessionId, 'participant')
        await storage.grants.remove(grant)
        rooms.withdraw(grant)
        feeds.withdraw(grant)
        if (known?.personId !== undefined) await noteLeft(desk, sessionId, known.personId)
      }
      return reply.code(204).send()
    },
  )
}

/** Whatever waits for somebody need not wait for them any more. */
function noteLeft(desk: SessionDesk, sessionId: SessionId, personId: PersonId): Promise<void> {
  return desk.inTurn(sessionId, async () => {
    const session = desk.find(sessionId)
    if (session === undefined) return
    const noted = desk.note(session, { type: 'note-device-left', personId })
    if (noted.events.length > 0) await desk.commit(noted)
  })
}
