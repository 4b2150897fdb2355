import type { CourseAnswer, Role } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { aServer, aSessionInGroups } from '../../test/a-server.ts'

describe('[P22] the course of a session', () => {
  it('is what happened, the last first, and by whom it was asked', async () => {
    const { session, course } = await anEvening()
    await session.command({ type: 'show-names', on: true })
    const { events } = await course()
    expect(events.slice(0, 3)).toMatchObject([
      { type: 'names-shown', by: 'facilitator', about: { on: true } },
      { type: 'went-to-step', by: 'facilitator', about: { from: -1 } },
      { type: 'groups-mixed', by: 'facilitator', about: { count: 3 } },
    ])
    const sequences = events.map(({ sequence }) => sequence)
    expect(sequences).toEqual(sequences.toSorted((a, b) => b - a))
    expect(events.at(-1)).toMatchObject({ type: 'person-joined', by: 'newcomer' })
  })

  it('comes in pages', async () => {
    const { session, course } = await anEvening()
    for (let turn = 0; turn < 120; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      await session.command({ type: 'show-names', on: turn % 2 === 0 })
    }
    const last = await course()
    expect(last.events).toHaveLength(100)
    const earlier = await course(last.before)
    expect(earlier.before).toBeUndefined()
    const all = [...last.events, ...earlier.events].map(({ sequence }) => sequence)
    expect(all).toEqual(Array.from(all.keys()).toReversed())
  })

  it('names nobody in what was anonymous', async () => {
    const { session, anna, course } = await anEvening()
    await anna.device.post(`/api/sessions/${session.id}/commands?as=participant`, {
      key: 'a-hand-goes-up',
      seenRevision: 1e9,
      command: { type: 'raise-hand' },
    })
    const { events } = await course()
    expect(events[0]).toMatchObject({ type: 'hand-raised', by: 'participant', about: { id: '1' } })
    expect(JSON.stringify(events[0])).not.toContain(anna.personId)
  })

  it('does not tell that a hand without a name was one of the people without a phone', async () => {
    const { session, anna, course } = await anEvening()
    await session.command({ type: 'add-person', name: 'Zus', background: 'resident' })
    const { people = [] } = await session.view()
    const personId = people.at(-1)?.id ?? ''
    await session.command({ type: 'move-person', personId, groupId: anna.group.id })
    await session.command({ type: 'appoint-scribe', personId: anna.personId, on: true })
    const asScribe = (type: string) =>
      anna.device.post(`/api/sessions/${session.id}/commands?as=scribe`, {
        key: `scribe-${type}`,
        seenRevision: 1e9,
        command: { type, personId },
      })
    await asScribe('raise-hand-for')
    await asScribe('lower-hand-for')
    expect((await course()).events.slice(0, 2)).toMatchObject([
      { type: 'hand-lowered', by: 'participant', about: { id: '1' } },
      { type: 'hand-raised', by: 'participant', about: { id: '1' } },
    ])
    await session.command({ type: 'show-names', on: true })
    await anna.device.post(`/api/sessions/${session.id}/commands?as=scribe`, {
      key: 'scribe-with-names',
      seenRevision: 1e9,
      command: { type: 'raise-hand-for', personId },
    })
    expect((await course()).events[0]).toMatchObject({ by: 'scribe', about: { personId } })
  })

  it('is told to nobody but the facilitator', async () => {
    const { session, anna } = await anEvening()
    for (const role of ['participant', 'observer', 'wall'] satisfies Role[]) {
      const path = `/api/sessions/${session.id}/course?as=${role}`
      // oxlint-disable-next-line no-await-in-loop
      expect(await anna.device.getRefused(path)).toMatchObject({ status: 400 })
    }
    const path = `/api/sessions/${session.id}/course?as=facilitator`
    expect(await anna.device.getRefused(path)).toMatchObject({ status: 403, code: 'not-allowed' })
  })
})

async function anEvening() {
  const { session, inGroups } = await aSessionInGroups(await aServer())
  const [anna] = inGroups
  if (anna === undefined) throw new Error('There are three groups.')
  const course = (before?: number): Promise<CourseAnswer> => {
    const page = before === undefined ? '' : `&before=${before}`
    return session.facilitator.get(`/api/sessions/${session.id}/course?as=facilitator${page}`)
  }
  return { session, anna, course }
}
