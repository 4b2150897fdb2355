import { readVision } from '@stip/board'
import type { StoredRecord, Structure, Vision, VisionInput } from '@stip/board'
import { liveOf } from '@stip/documents'
import { drawnZones, structureOf } from '@stip/workshop'
import type { Session } from '@stip/workshop'

/** What a session knows of its vision beside the board, as data that goes to any thread. */
export interface VisionFrame {
  /** Of groups, by their ids. */
  readonly letters: Readonly<Record<string, string>>
  readonly zones: VisionInput['zones']
  readonly structure: Structure
}

/** What is known of the vision of a session beside its board. */
export function frameOf(session: Session): VisionFrame {
  return {
    letters: Object.fromEntries(session.people.groups.map(({ id, letter }) => [id, letter])),
    zones: session.steps.openedSteps.flatMap((position) =>
      drawnZones(session, position).map(({ name, kind, list }) => ({
        id: `shape:${name}`,
        kind,
        list,
      })),
    ),
    structure: structureOf(session.vision.fields),
  }
}

/** Reads the vision from what is stored on its board. */
export function readStored(
  stored: readonly StoredRecord[],
  { letters, zones, structure }: VisionFrame,
): Vision {
  const sources = new Map(stored.map((each) => [each.record.id, each.sources]))
  return readVision({
    records: liveOf(stored),
    sourcesOf: (id) => sources.get(id) ?? [],
    letterOf: (group) => letters[group],
    zones,
    structure,
  })
}
