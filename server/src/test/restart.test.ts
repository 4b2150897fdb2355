import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { LinksAnswer } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { aServer, aSessionInGroups } from './a-server.ts'
import { BoardClient } from './board-client.ts'
import { eventually } from './eventually.ts'

describe('a server that starts again', () => {
  it('[W3] [H3] knows everything that it had answered', async () => {
    const server = await aServer()
    const { session, inGroups } = await aSessionInGroups(server)
    const [anna] = inGroups
    if (anna === undefined) throw new Error('There are three groups.')
    const board = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
    const wall = new BoardClient(session.facilitator.socket(`/sync/${anna.boardId}?as=facilitator`))
    await Promise.all([board.synced, wall.synced])
    board.write('idea', 'Een bank bij de vijver')
    await eventually(() => expect(wall.notes).toEqual(['shape:idea']))
    const links = `/api/sessions/${session.id}/links?as=facilitator`
    const before = await session.view()
    const secrets = secretsOf(await session.facilitator.get<LinksAnswer>(links))

    const next = await server.restart()
    next.clock.now += 1000
    expect(await board.closed).toBe(1012)
    const device = next.newDevice()
    device.cookie = session.facilitator.cookie
    const after = await session.view(device)
    expect(secretsOf(await device.get<LinksAnswer>(links))).toEqual(secrets)
    expect({ ...after, revision: 0, now: 0, joinUrl: '' }).toEqual({
      ...before,
      revision: 0,
      now: 0,
      joinUrl: '',
    })
    expect(after.revision).toBeGreaterThanOrEqual(before.revision)
    const again = new BoardClient(device.socket(`/sync/${anna.boardId}?as=facilitator`))
    await again.synced
    expect(again.records).toEqual(wall.records)
  })

  it('[P10] keeps its key where only its own user can read it', async () => {
    const { dataDir } = await aServer()
    expect(statSync(join(dataDir, 'server.key')).mode & 0o777).toBe(0o600)
  })
})

function secretsOf(links: LinksAnswer): readonly (string | undefined)[] {
  return [links.observer, links.wall, links.facilitator].map((link) => link.split('#')[1])
}
