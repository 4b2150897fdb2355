import { agendaOf } from '@stip/formats'
import { createSession, decide, newGroups } from '@stip/workshop'
import type { Session } from '@stip/workshop'

/** A session in the waiting room with these people in it; groups are `group0` and on, boards `board0` and on. */
export function aCrowd(names: readonly string[]): Session {
  const agenda = agendaOf('bijeenkomst-1-visie')
  if (agenda === undefined) throw new Error('There is such an evening.')
  let ids = 0
  const groups = newGroups(agenda, 3, () => `group${ids++}`)
  const boards = (['plenary', 'vision', 'side-by-side'] as const).map((kind, place) => ({
    id: `board${place}`,
    kind,
    groupId: undefined,
  }))
  const ofGroups = groups.map(({ id }, place) => ({
    id: `board${place + 3}`,
    kind: 'group' as const,
    groupId: id,
  }))
  const id = 'session'
  const session = createSession({
    id,
    title: 'Visie',
    agenda,
    groups,
    boards: [...boards, ...ofGroups],
    now: 0,
  })
  return names.reduce((now, personId) => {
    const command = { type: 'join', personId, name: personId, background: 'resident' } as const
    const circumstances = { now: 0, random: () => 0, newId: () => '' }
    const joined = decide(now, { actor: 'newcomer', command }, circumstances)
    return joined.ok ? joined.value.session : now
  }, session)
}
