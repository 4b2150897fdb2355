import type { Capacity } from '@stip/api'
import { whoMayGive } from '@stip/workshop'
import { describe, expect, it } from 'vitest'
import { withLink } from '../test/an-evening-of-roles.ts'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import type { Device } from '../test/device.ts'
import { commandTypes, everyCommand } from '../test/every-command.ts'
import { boardCommands } from './board-commands.ts'

const roles: readonly Capacity[] = ['facilitator', 'participant', 'scribe', 'observer', 'wall']

describe('[P16] a command over HTTP', () => {
  it('says who may give it, in the session or on boards, and in one place only', () => {
    const declared = [...whoMayGive().keys(), ...Object.keys(boardCommands)]
    expect(new Set(declared).size).toBe(declared.length)
    expect(commandTypes.filter((type) => !declared.includes(type))).toEqual([])
  })

  it('is refused from every role that may not give it, and from strangers, and changes nothing', async () => {
    const { server, session, devices, commands } = await anEvening()
    const before = await session.view()
    const stranger = server.newDevice()
    for (const command of commands) {
      for (const role of roles) {
        const body = { key: `who-may-${command.type}-${role}`, seenRevision: 1e9, command }
        const path = `/api/sessions/${session.id}/commands?as=${role}`
        // oxlint-disable-next-line no-await-in-loop
        const refused = [await stranger.postRefused(path, body)]
        if (!givenBy(command.type).includes(role)) {
          // oxlint-disable-next-line no-await-in-loop
          refused.push(await devices[role].postRefused(path, body))
        }
        for (const each of refused) expect(each).toMatchObject({ status: 403, code: 'not-allowed' })
      }
    }
    const after = await session.view()
    expect({ ...after, revision: 0 }).toEqual({ ...before, revision: 0 })
  })

  it('is heard from every role that may give it', async () => {
    const { session, devices, commands } = await anEvening()
    for (const command of commands) {
      for (const role of roles.filter((each) => givenBy(command.type).includes(each))) {
        const body = { key: `heard-${command.type}-${role}`, seenRevision: 1e9, command }
        const path = `/api/sessions/${session.id}/commands?as=${role}`
        // oxlint-disable-next-line no-await-in-loop
        expect((await devices[role].ask(path, asJson(body))).status).not.toBe(403)
      }
    }
  })

  it('that only the server or a newcomer gives is not known there', async () => {
    const { session, devices } = await anEvening()
    const others = [...whoMayGive().keys()].filter(
      (type) => !commandTypes.some((each) => each === type),
    )
    expect(others).toContain('note-merge')
    for (const type of others) {
      const body = { key: `not-known-${type}`, seenRevision: 1e9, command: { type } }
      const path = `/api/sessions/${session.id}/commands?as=facilitator`
      // oxlint-disable-next-line no-await-in-loop
      const refused = await devices.facilitator.postRefused(path, body)
      expect(refused).toMatchObject({ status: 400, code: 'invalid-input' })
    }
  })

  it('tells who may not give it nothing of what the same key was answered', async () => {
    const { session, devices } = await anEvening()
    await session.command({ type: 'merge' }, 'key-of-the-merge')
    const body = { key: 'key-of-the-merge', seenRevision: 1e9, command: { type: 'merge' } }
    const path = `/api/sessions/${session.id}/commands?as=observer`
    const refused = await devices.observer.postRefused(path, body)
    expect(refused).toMatchObject({ status: 403, code: 'not-allowed' })
  })
})

function givenBy(type: string): readonly string[] {
  const rule = Object.entries(boardCommands).find(([name]) => name === type)
  return rule?.[1].givenBy ?? whoMayGive().get(type) ?? []
}

/** An evening in groups, with a device of every role. */
async function anEvening() {
  const server = await aServer()
  const { session, inGroups, plenaryId } = await aSessionInGroups(server)
  const [anna] = inGroups
  if (anna === undefined) throw new Error('There are three groups.')
  // Nobody whose screen never opened.
  await session.view(anna.device, 'participant')
  await session.command({ type: 'appoint-scribe', personId: anna.personId, on: true })
  const devices: Record<Capacity, Device> = {
    facilitator: session.facilitator,
    participant: anna.device,
    scribe: anna.device,
    observer: await withLink(server, session, 'observer'),
    wall: await withLink(server, session, 'wall'),
  }
  const about = { personId: anna.personId, groupId: anna.group.id, boardId: plenaryId }
  return { server, session, devices, commands: everyCommand(about) }
}

function asJson(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}
