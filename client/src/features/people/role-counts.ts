import type { PersonView, SessionView } from '@stip/api'

export interface RoleCount {
  readonly id: string
  readonly name: string
  /** One number per group, in the order of the groups. */
  readonly perGroup: readonly number[]
  readonly total: number
}

/** How many people of each role there are, in all and per group; roles nobody chose are left out. */
export function roleCounts(
  view: Pick<SessionView, 'people' | 'backgrounds' | 'groups'>,
): readonly RoleCount[] {
  const people = presentPeople(view)
  return view.backgrounds.flatMap(({ id, name }) => {
    const inRole = people.filter((person) => person.background === id)
    if (inRole.length === 0) return []
    const perGroup = view.groups.map(
      (group) => inRole.filter((person) => person.groupId === group.id).length,
    )
    return [{ id, name, perGroup, total: inRole.length }]
  })
}

/** Everybody who has not left; screens of groups are nobody. */
export function presentPeople(view: Pick<SessionView, 'people'>): readonly PersonView[] {
  return presentChips(view).filter(({ isScreen }) => isScreen !== true)
}

/** The same with the screens of groups, which can be moved and taken off as well. */
export function presentChips(view: Pick<SessionView, 'people'>): readonly PersonView[] {
  return (view.people ?? []).filter((person) => !person.hasLeft)
}

/** How many stand in the list while no screen of theirs ever opened. */
export function unseenCount(view: Pick<SessionView, 'people'>): number {
  return presentPeople(view).filter(({ isUnseen }) => isUnseen === true).length
}
