import { LinksAnswer, RenewLinkBody } from '@stip/api'
import type { SessionId } from '@stip/primitives'
import { visitorOf } from '../identity/grants.ts'
import { addJoinCode } from '../identity/join-codes.ts'
import type { LinkRole } from '../identity/link-secrets.ts'
import type { Services } from '../services.ts'
import type { Grant } from '../storage/grant-store.ts'
import type { Routes } from './schemas.ts'
import { AsFacilitator, refusals, SessionAddress } from './schemas.ts'

const pages = { facilitator: 'console', observer: 'meekijken', wall: 'beamer' } as const

/** The links of a session, for its facilitator. */
export const linkRoutes: Routes = async (server, { services }) => {
  server.get(
    '/api/sessions/:sessionId/links',
    {
      schema: {
        summary: 'Gives the links of a session, secrets included',
        params: SessionAddress,
        querystring: AsFacilitator,
        response: { 200: LinksAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { session } = visitorOf(services, request, request.params.sessionId, 'facilitator')
      void reply.header('cache-control', 'no-store')
      return linksOf(services, session.id)
    },
  )

  server.post(
    '/api/sessions/:sessionId/links/renew',
    {
      schema: {
        summary: 'Makes a link worthless and gives a new one; who came in by it is out',
        params: SessionAddress,
        querystring: AsFacilitator,
        body: RenewLinkBody,
        response: { 200: LinksAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params
      const { grant } = visitorOf(services, request, sessionId, 'facilitator')
      const { role } = request.body
      if (role === 'participant')
        services.storage.inTransaction(() => addJoinCode(services, sessionId))
      else renewLink(services, role, grant)
      services.feeds.touch(sessionId)
      void reply.header('cache-control', 'no-store')
      return linksOf(services, sessionId)
    },
  )
}

/** Where people join, with the code; undefined when a session has no code. */
export function joinAddress(
  { storage, publicBase }: Pick<Services, 'storage' | 'publicBase'>,
  sessionId: SessionId,
): string | undefined {
  const code = storage.entries.currentCode(sessionId)
  return code === undefined ? undefined : `${publicBase()}/doe-mee#${code}`
}

function linksOf(services: Services, sessionId: SessionId): LinksAnswer {
  const { storage, secrets, publicBase } = services
  const link = (role: LinkRole): string => {
    const secret = secrets.secretOf(sessionId, role, storage.entries.linkVersion(sessionId, role))
    return `${publicBase()}/s/${sessionId}/${pages[role]}#sleutel=${secret}`
  }
  return {
    participant: joinAddress(services, sessionId) ?? `${publicBase()}/doe-mee`,
    observer: link('observer'),
    wall: link('wall'),
    facilitator: link('facilitator'),
  }
}

/** Everybody who used the link loses it, but for the facilitator who asks for this. */
function renewLink(services: Services, role: LinkRole, asker: Grant): void {
  const { storage, rooms, feeds } = services
  const others = storage.grants.ofRole(asker.sessionId, role).filter(({ deviceHash }) => {
    return role !== 'facilitator' || Buffer.compare(deviceHash, asker.deviceHash) !== 0
  })
  storage.inTransaction(() => {
    storage.entries.raiseLinkVersion(asker.sessionId, role)
    for (const grant of others) storage.grants.remove(grant)
  })
  for (const grant of others) {
    rooms.withdraw(grant)
    feeds.withdraw(grant)
  }
}
