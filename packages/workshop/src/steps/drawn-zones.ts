import type { Collected, Zone } from './agenda.ts'
import { areaOf, worksInGroups, worksOnVision } from './areas.ts'
import type { Group, Session } from '../session/session.ts'

/** A zone of a step as it stands on a board of a session: in its place, for one group when it is cut for each. */
export interface DrawnZone extends Zone {
  /** The same on every board of the session. */
  readonly name: string
  readonly group: Group | undefined
}

/** What a zone collects. Names are those of {@link DrawnZone}. */
export interface CollectPlace {
  readonly zone: string
  readonly what: Collected['what']
  /** Zones on the boards of groups or on the vision itself, the one that goes first in front. */
  readonly from: readonly string[]
  /** Only what this group made; undefined: of all of them. */
  readonly groupId: Group['id'] | undefined
}

/** Room between the columns of groups. */
const GAP = 40

/** The zones of a step where they are on its boards; none for a step that was not opened. */
export function drawnZones(session: Session, position: number): readonly DrawnZone[] {
  const step = session.agenda.steps[position]
  const area = areaOf(session, position)
  if (step?.board === undefined || area === undefined) return []
  return step.board.zones.flatMap((zone): readonly DrawnZone[] => {
    const placed = { ...zone, x: area.x + zone.x, y: area.y + zone.y }
    if (zone.eachGroup !== true) {
      return [{ ...placed, name: zoneName(step.id, zone.id), group: undefined }]
    }
    const count = session.groups.length
    const width = Math.round((zone.width - (count - 1) * GAP) / count)
    return session.groups.map((group, place) => ({
      ...placed,
      name: zoneName(step.id, `${zone.id}-${group.letter.toLowerCase()}`),
      group,
      title: zone.title.replace('{groep}', group.name),
      x: Math.round(placed.x + (place * (zone.width + GAP)) / count),
      width,
    }))
  })
}

/**
 * What the vision collects now, the step that comes last in the evening last: that is where new
 * things go, and what still lies in an earlier step goes along. Not ahead of a step on the vision
 * in which the session is.
 */
export function collectPlaces(session: Session): readonly CollectPlace[] {
  const { steps } = session.agenda
  const now = steps[session.position]
  const isOnVision = now !== undefined && worksOnVision(now)
  return session.openedSteps
    .toSorted((one, other) => one - other)
    .filter((position) => !isOnVision || position <= session.position)
    .flatMap((position) => {
      const step = steps[position]
      return step !== undefined && worksOnVision(step) ? drawnZones(session, position) : []
    })
    .flatMap(placesIn)
}

/** What the zones of the step take, on the board of every group, of what that group made before. */
export function fillPlaces(session: Session): readonly CollectPlace[] {
  const step = session.agenda.steps[session.position]
  if (step === undefined || !worksInGroups(step)) return []
  return drawnZones(session, session.position).flatMap(placesIn)
}

function placesIn({ name, group, collects = [] }: DrawnZone): readonly CollectPlace[] {
  return collects.map(({ what, from }) => ({
    zone: name,
    what,
    from: from.map((source) => zoneName(...(source.split('/') as [string, string]))),
    groupId: group?.id,
  }))
}

/**
 * Whether going to a step brings what its zones take: on the vision, or on the boards of groups. The first merge is a press of
 * its own; what it brought goes along when the step to merge is opened after it.
 */
export function collectsWhenOpened(session: Session, position: number): boolean {
  const step = session.agenda.steps[position]
  return (
    step !== undefined &&
    (step.kind !== 'merge' || session.merge.count > 0) &&
    (worksOnVision(step) || worksInGroups(step)) &&
    step.board?.zones.some(({ collects }) => collects !== undefined) === true
  )
}

function zoneName(step: string, zone: string): string {
  return `step-${step}-${zone}`
}
