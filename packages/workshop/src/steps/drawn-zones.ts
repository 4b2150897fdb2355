import type { Group, WithPeople } from '../people/state.ts'
import type { Zone } from './agenda.ts'
import { areaOf } from './areas.ts'
import type { WithSteps } from './state.ts'

/** A zone of a step as it stands on a board of a session: in its place, for one group when it is cut for each. */
export interface DrawnZone extends Zone {
  /** The same on every board of the session. */
  readonly name: string
  readonly group: Group | undefined
}

/** Room between the columns of groups. */
const GAP = 40

/** The zones of a step where they are on its boards; none for a step that was not opened. */
export function drawnZones(
  { steps, people: { groups } }: WithSteps & WithPeople,
  position: number,
): readonly DrawnZone[] {
  const step = steps.agenda.steps[position]
  const area = areaOf({ steps }, position)
  if (step?.board === undefined || area === undefined) return []
  return step.board.zones.flatMap((zone): readonly DrawnZone[] => {
    const placed = { ...zone, x: area.x + zone.x, y: area.y + zone.y }
    if (zone.eachGroup !== true) {
      return [{ ...placed, name: zoneName(step.id, zone.id), group: undefined }]
    }
    const count = groups.length
    const width = Math.round((zone.width - (count - 1) * GAP) / count)
    return groups.map((group, place) => ({
      ...placed,
      name: zoneName(step.id, `${zone.id}-${group.letter.toLowerCase()}`),
      group,
      title: zone.title.replace('{groep}', group.name),
      x: Math.round(placed.x + (place * (zone.width + GAP)) / count),
      width,
    }))
  })
}

/** The name of a zone, as it follows from step and zone. */
export function zoneName(step: string, zone: string): string {
  return `step-${step}-${zone}`
}
