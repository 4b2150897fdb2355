import type { PersonView, SessionView } from '@stip/api'

/** Something about the groups that a facilitator may want to act on. */
export interface GroupNews {
  readonly personId: string
  readonly kind: 'late' | 'moved'
  readonly letter: string
}

type Groups = Pick<SessionView, 'people' | 'groups' | 'groupsMade'>

/** The most that is told at once; who moves twenty people knows it. */
const MOST = 4

/**
 * Who came in since groups were made, and who has another group, from two views of one session. What
 * was told of somebody before gives way to what is new of them; a new mix makes all of it old.
 */
export function groupNews(
  told: readonly GroupNews[],
  before: Groups,
  after: Groups,
): readonly GroupNews[] {
  if (before.people === after.people) return told
  if (!before.groupsMade || !after.groupsMade) return []
  const known = new Map((before.people ?? []).map((person) => [person.id, person]))
  const fresh = (after.people ?? []).flatMap((person) => {
    const letter = letterOf(after, person)
    if (letter === undefined || person.hasLeft || person.isScreen === true) return []
    const earlier = known.get(person.id)
    if (earlier?.groupId === person.groupId) return []
    const kind = earlier === undefined ? ('late' as const) : ('moved' as const)
    return [{ personId: person.id, kind, letter }]
  })
  if (fresh.length === 0) return told
  const moved = fresh.filter(({ kind }) => kind === 'moved').length
  // Many at once is a mix that was done again or undone.
  if (moved > MOST) return []
  const others = told.filter(({ personId }) => fresh.every((one) => one.personId !== personId))
  return [...others, ...fresh].slice(-MOST)
}

function letterOf(view: Groups, { groupId }: PersonView): string | undefined {
  return view.groups.find(({ id }) => id === groupId)?.letter
}
