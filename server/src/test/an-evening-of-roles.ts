import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Capacity, LinksAnswer } from '@stip/api'
import type { Actor, Scribe, Session } from '@stip/workshop'
import { sessionReader } from '../storage/sessions/session-rows.ts'
import { aSessionInGroups } from './a-server.ts'
import type { TestServer, TestSession } from './a-server.ts'
import type { Device } from './device.ts'

/** Somebody with a device, in one capacity. */
export interface Somebody {
  readonly name: string
  readonly device: Device
  readonly role: Capacity
  readonly actor: Actor | Scribe
}

/**
 * An evening in groups with somebody in every role, and two private boards: one of Anna, and one that
 * she shares with Bram. Cato has none; Bram is a scribe.
 */
export async function anEveningOfRoles(server: TestServer) {
  const { session, inGroups, plenaryId } = await aSessionInGroups(server)
  const participants = inGroups.map(({ device, personId }, place): Somebody => ({
    name: ['anna', 'bram', 'cato'][place] ?? '',
    device,
    role: 'participant',
    actor: { role: 'participant', personId },
  }))
  const [anna, bram] = inGroups
  if (anna === undefined || bram === undefined) throw new Error('There are three groups.')
  await session.command({ type: 'open-private-board', members: [anna.personId] })
  const circle = [anna.personId, bram.personId]
  await session.command({ type: 'open-private-board', members: circle })
  const onlookers = await Promise.all(
    (['observer', 'wall'] as const).map(async (role): Promise<Somebody> => {
      const device = await withLink(server, session, role)
      return { name: role, device, role, actor: { role } }
    }),
  )
  const { facilitator: device } = session
  await session.command({ type: 'appoint-scribe', personId: bram.personId, on: true })
  const scribe: Somebody = {
    name: 'the scribe',
    device: bram.device,
    role: 'scribe',
    actor: { role: 'scribe', personId: bram.personId },
  }
  const facilitator: Somebody = {
    name: 'facilitator',
    device,
    role: 'facilitator',
    actor: { role: 'facilitator' },
  }
  return {
    session,
    plenaryId,
    anna,
    everybody: [facilitator, ...participants, ...onlookers, scribe],
    /** The session as it is on the disk of the server now. */
    stored: () => sessionOnDisk(server, session.id),
  }
}

/** A device that came in by the link of a role. */
export async function withLink(
  server: TestServer,
  { id, facilitator }: Pick<TestSession, 'id' | 'facilitator'>,
  role: 'facilitator' | 'observer' | 'wall',
): Promise<Device> {
  const links = await facilitator.get<LinksAnswer>(`/api/sessions/${id}/links?as=facilitator`)
  const device = server.newDevice()
  const secret = links[role].split('#sleutel=')[1]
  await device.post(`/api/sessions/${id}/grants`, { role, secret })
  return device
}

function sessionOnDisk({ dataDir }: TestServer, id: string): Session {
  const database = new DatabaseSync(join(dataDir, 'stip.sqlite'), { readOnly: true })
  try {
    const session = sessionReader(database)(id)
    if (session === undefined) throw new Error(`There is no session ${id}.`)
    return session
  } finally {
    database.close()
  }
}
