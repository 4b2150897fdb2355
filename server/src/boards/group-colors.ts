import type { ZoneShapeColor } from '@stip/board'
import type { Group, Session } from '@stip/workshop'

const groupColors = [
  'group-a',
  'group-b',
  'group-c',
  'group-d',
  'group-e',
  'group-f',
  'group-g',
  'group-h',
] as const

/** The colour of a group in its session: that of its place among the groups. */
export function groupColor({ people: { groups } }: Session, { id }: Group): ZoneShapeColor {
  const place = groups.findIndex((group) => group.id === id)
  return groupColors[place % groupColors.length] ?? 'group-a'
}
