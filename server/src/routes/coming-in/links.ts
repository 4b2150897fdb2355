import { LinksAnswer, RenewLinkBody } from '@stip/api'
import type { SessionId } from '@stip/primitives'
import { inOwnTurn, visitorOf } from '../../identity/grants.ts'
import { renewJoinCode } from '../../identity/join-codes.ts'
import type { LinkRole } from '../../identity/link-secrets.ts'
import type { Services } from '../../services.ts'
import type { Grant } from '../../storage/stores/grant-store.ts'
import type { Routes } from '../schemas.ts'
import { AsFacilitator, refusals, SessionAddress } from '../schemas.ts'

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
      const { session } = await visitorOf(
        services,
        request,
        request.params.sessionId,
        'facilitator',
      )
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
      const { grant } = await visitorOf(services, request, sessionId, 'facilitator')
      const { role } = request.body
      await inOwnTurn(services, grant, () =>
        role === 'participant'
          ? renewJoinCode(services, sessionId)
          : renewLink(services, role, grant),
      )
      services.feeds.touch(sessionId)
      void reply.header('cache-control', 'no-store')
      return linksOf(services, sessionId)
    },
  )
}

/** Where people join, with the code; undefined when a session has no code. */
export function joinAddress(
  { codes, publicBase }: Pick<Services, 'codes' | 'publicBase'>,
  sessionId: SessionId,
): string | undefined {
  const code = codes.of(sessionId)
  return code === undefined ? undefined : `${publicBase()}/doe-mee#${code}`
}

async function linksOf(services: Services, sessionId: SessionId): Promise<LinksAnswer> {
  const { storage, secrets, publicBase } = services
  const link = async (role: LinkRole): Promise<string> => {
    const version = await storage.entries.linkVersion(sessionId, role)
    const secret = secrets.secretOf(sessionId, role, version)
    return `${publicBase()}/s/${sessionId}/${pages[role]}#sleutel=${secret}`
  }
  return {
    participant: joinAddress(services, sessionId) ?? `${publicBase()}/doe-mee`,
    observer: await link('observer'),
    wall: await link('wall'),
    facilitator: await link('facilitator'),
  }
}

/** Everybody who used the link loses it, but for the facilitator who asks for this. Only from within a turn. */
async function renewLink(services: Services, role: LinkRole, asker: Grant): Promise<void> {
  const { storage, rooms, feeds } = services
  const all = await storage.grants.ofRole(asker.sessionId, role)
  const others = all.filter(({ deviceHash }) => {
    return role !== 'facilitator' || Buffer.compare(deviceHash, asker.deviceHash) !== 0
  })
  await storage.sessions.write(asker.sessionId, [
    { kind: 'link-renewed', role },
    ...others.map((grant) => ({ kind: 'grant-taken', grant }) as const),
  ])
  for (const grant of others) {
    rooms.withdraw(grant)
    feeds.withdraw(grant)
  }
}
