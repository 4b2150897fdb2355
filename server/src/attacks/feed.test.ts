import type { LinksAnswer, Role, SessionView } from '@stip/api'
import { withMessage } from '@stip/api/parts'
import type { KnownParts } from '@stip/api/parts'
import { describe, expect, it } from 'vitest'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import type { Device } from '../test/device.ts'
import { eventually } from '../test/eventually.ts'
import { follow } from '../test/followed.ts'

describe('nothing of a role, a group or a person reaches another', () => {
  it('[F4] [P13] in all that a feed says during an evening', async () => {
    const { session, screens, anna, bram } = await anAudience()
    const words = await guidanceOf(session.view)
    await session.command({ type: 'rename-session', title: 'Visie Zonneveld' })
    await session.command({ type: 'turn-wall-page', page: 3 })
    await session.newParticipant('Dirk Nieuwkomer')
    await session.command({ type: 'go-to-step', position: 0 })
    await eventually(() =>
      expect(Object.values(screens).map(({ last }) => last?.position)).toEqual(
        Object.values(screens).map(() => 0),
      ),
    )
    const { joinCode = '' } = await session.view()
    const said = (role: keyof typeof screens) => screens[role].texts.join('\n')
    expect(said('facilitator')).toContain('Dirk Nieuwkomer')
    for (const role of ['anna', 'bram', 'observer', 'wall'] as const) {
      for (const word of words) expect(said(role)).not.toContain(word)
      expect(said(role)).not.toContain('Dirk Nieuwkomer')
    }
    for (const role of ['anna', 'bram', 'observer'] as const) {
      expect(said(role)).not.toContain(joinCode)
    }
    for (const { personId } of [anna, bram]) {
      const others = (['anna', 'bram', 'observer', 'wall'] as const).filter(
        (role) => screens[role].last?.me.person?.id !== personId,
      )
      expect(others).toHaveLength(3)
      for (const role of others) expect(said(role)).not.toContain(personId)
    }
    for (const role of ['observer', 'wall'] as const) expect(said(role)).not.toMatch(/Anna|Bram/)
  })

  it('[F4] whatever a screen says that it has', async () => {
    const { session, screens, anna, bram } = await anAudience()
    const own = screens.anna.known
    const theirs = screens.bram.known
    const leading = screens.facilitator.known
    if (own === undefined || theirs === undefined || leading === undefined) {
      throw new Error('All were told something.')
    }
    const honest = await wholeOf(anna.device, session.id)
    const revisions = [0, 1, own.revision, own.revision + 1, Number.MAX_SAFE_INTEGER]
    const keys = [theirs.key, leading.key, own.key.replace(/group-.*$/, 'facilitator.'), '', '~~']
    for (const key of keys) {
      for (const revision of revisions) {
        // oxlint-disable-next-line no-await-in-loop
        const forged = await wholeOf(anna.device, session.id, `${key}~${revision}`)
        expect(forged.parts).toEqual(honest.parts)
      }
    }
    expect(honest.parts.boards.map(({ id }) => id)).not.toContain(bram.boardId)
    expect(honest.parts.me.person?.id).toBe(anna.personId)
  })

  it('[F2] [F4] in texts of the agenda', async () => {
    const { session, screens, anna } = await anAudience()
    const hash = screens.facilitator.known?.parts.agenda
    const path = `/api/sessions/${session.id}/agenda/${hash}?as=`
    expect(await anna.device.getRefused(`${path}participant`)).toMatchObject({ status: 404 })
    expect(await anna.device.getRefused(`${path}facilitator`)).toMatchObject({ status: 403 })
    expect(await anna.device.getRefused(`${path}observer`)).toMatchObject({ status: 403 })
  })

  it('[F4] without a grant, not even that there is a session', async () => {
    const { server, session } = await anAudience()
    const stranger = server.newDevice()
    for (const path of ['parts?as=participant', 'agenda/x?as=participant']) {
      // oxlint-disable-next-line no-await-in-loop
      const real = await stranger.getRefused(`/api/sessions/${session.id}/${path}`)
      // oxlint-disable-next-line no-await-in-loop
      const unreal = await stranger.getRefused(`/api/sessions/nothing/${path}`)
      expect(real).toMatchObject({ status: 403, code: 'not-allowed' })
      expect(unreal).toEqual(real)
    }
  })
})

describe('a change of access', () => {
  it('[F6] [P6] reaches who is moved to another group at once, all of it together', async () => {
    const { session, screens, anna, bram } = await anAudience()
    const phone = screens.anna
    await session.command({
      type: 'move-person',
      personId: anna.personId,
      groupId: bram.group.id,
    })
    await eventually(() => expect(phone.last?.me.person?.groupId).toBe(bram.group.id))
    for (const view of phone.views) {
      const { groupId } = view.me.person ?? {}
      const boards = view.boards.flatMap((board) => board.groupId ?? [])
      expect(boards).toEqual([groupId])
    }
  })

  it('[F6] leaves who is taken off the list nothing of its boards', async () => {
    const { session, screens, anna } = await anAudience()
    await session.command({ type: 'remove-person', personId: anna.personId })
    await eventually(() => expect(screens.anna.last?.me.person?.hasLeft).toBe(true))
    expect(screens.anna.last).toMatchObject({ boards: [], current: {} })
    await session.command({ type: 'restore-person', personId: anna.personId })
    await eventually(() => expect(screens.anna.last?.boards).not.toEqual([]))
  })

  it('[F6] takes every pen when the evening ends', async () => {
    const { session, screens } = await anAudience()
    await session.command({ type: 'end-session' })
    for (const screen of Object.values(screens)) {
      // oxlint-disable-next-line no-await-in-loop
      await eventually(() => expect(screen.last?.endedAt).toBeDefined())
      expect(screen.last?.boards.map(({ access }) => access)).not.toContain('write')
    }
  })
})

/** A session in groups, with a screen for everybody there is. */
async function anAudience() {
  const server = await aServer()
  const { session, inGroups } = await aSessionInGroups(server)
  const [anna, bram] = inGroups
  if (anna === undefined || bram === undefined) throw new Error('There are three groups.')
  const linked = async (role: 'observer' | 'wall'): Promise<Device> => {
    const path = `/api/sessions/${session.id}`
    const links = await session.facilitator.get<LinksAnswer>(`${path}/links?as=facilitator`)
    const device = server.newDevice()
    await device.post(`${path}/grants`, { role, secret: links[role].split('#sleutel=')[1] })
    return device
  }
  const screens = {
    facilitator: follow(session.facilitator, session.id, 'facilitator'),
    anna: follow(anna.device, session.id, 'participant'),
    bram: follow(bram.device, session.id, 'participant'),
    observer: follow(await linked('observer'), session.id, 'observer'),
    wall: follow(await linked('wall'), session.id, 'wall'),
  }
  await eventually(() =>
    expect(Object.values(screens).every(({ views }) => views.length > 0)).toBe(true),
  )
  return { server, session, screens, anna, bram }
}

async function wholeOf(device: Device, sessionId: string, has = ''): Promise<KnownParts> {
  const path = `/api/sessions/${sessionId}/parts?as=participant&has=${encodeURIComponent(has)}`
  const messages = await device.get<Parameters<typeof withMessage>[1][]>(path)
  const known = messages.reduce<KnownParts | undefined>(withMessage, undefined)
  if (known === undefined) throw new Error('It goes on from something that is not there.')
  return known
}

/** Sentences that only the facilitator may read. */
async function guidanceOf(
  view: (device?: Device, role?: Role) => Promise<SessionView>,
): Promise<readonly string[]> {
  const { steps } = await view()
  const words = steps.flatMap(({ guidance }) =>
    guidance === undefined ? [] : [guidance.goal, guidance.say],
  )
  return words.filter((text) => text.length > 20).map((text) => text.slice(0, 40))
}
