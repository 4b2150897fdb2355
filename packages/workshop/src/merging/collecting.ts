import { worksInGroups, worksOnVision } from '../steps/areas.ts'
import type { Collected } from '../steps/agenda.ts'
import { drawnZones, zoneName } from '../steps/drawn-zones.ts'
import type { DrawnZone } from '../steps/drawn-zones.ts'
import type { Group, WithPeople } from '../people/state.ts'
import type { WithSteps } from '../steps/state.ts'
import type { WithMerging } from './state.ts'

/** What a zone collects. Names are those of {@link DrawnZone}. */
export interface CollectPlace {
  readonly zone: string
  readonly what: Collected['what']
  /** Zones on the boards of groups or on the vision itself, the one that goes first in front. */
  readonly from: readonly string[]
  /** Only what this group made; undefined: of all of them. */
  readonly groupId: Group['id'] | undefined
}

/**
 * What the vision collects now, the step that comes last in the evening last: that is where new
 * things go, and what still lies in an earlier step goes along. Not ahead of a step on the vision
 * in which the session is.
 */
export function collectPlaces(session: WithSteps & WithPeople): readonly CollectPlace[] {
  const { agenda, position: current, openedSteps } = session.steps
  const now = agenda.steps[current]
  const isOnVision = now !== undefined && worksOnVision(now)
  return openedSteps
    .toSorted((one, other) => one - other)
    .filter((position) => !isOnVision || position <= current)
    .flatMap((position) => {
      const step = agenda.steps[position]
      return step !== undefined && worksOnVision(step) ? drawnZones(session, position) : []
    })
    .flatMap(placesIn)
}

/** What the zones of the step take, on the board of every group, of what that group made before. */
export function fillPlaces(session: WithSteps & WithPeople): readonly CollectPlace[] {
  const { agenda, position } = session.steps
  const step = agenda.steps[position]
  if (step === undefined || !worksInGroups(step)) return []
  return drawnZones(session, position).flatMap(placesIn)
}

function placesIn({ name, group, collects = [] }: DrawnZone): readonly CollectPlace[] {
  return collects.map(({ what, from }) => ({
    zone: name,
    what,
    from: from.map((source) => zoneName(...(source.split('/') as [string, string]))),
    groupId: group?.id,
  }))
}

/** Whether the vision has collected anything by now: groups that go on since make something new to it. */
export function hasCollected({ steps, merging }: WithSteps & WithMerging): boolean {
  return (
    merging.count > 0 ||
    steps.openedSteps.some((position) => {
      const step = steps.agenda.steps[position]
      const isBySelf = step !== undefined && step.kind !== 'merge' && worksOnVision(step)
      return isBySelf && step.board?.zones.some(({ collects }) => collects !== undefined) === true
    })
  )
}

/**
 * Whether going to a step brings what its zones take: on the vision, or on the boards of groups. The first merge is a press of
 * its own; what it brought goes along when the step to merge is opened after it.
 */
export function collectsWhenOpened(
  { steps, merging }: WithSteps & WithMerging,
  position: number,
): boolean {
  const step = steps.agenda.steps[position]
  return (
    step !== undefined &&
    (step.kind !== 'merge' || merging.count > 0) &&
    (worksOnVision(step) || worksInGroups(step)) &&
    step.board?.zones.some(({ collects }) => collects !== undefined) === true
  )
}
