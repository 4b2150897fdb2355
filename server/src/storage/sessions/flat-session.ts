type Stored = Readonly<Record<string, unknown>>

/**
 * What a session was stored as when it had no abilities: version 1, everything side by side. Each part
 * goes to the ability that keeps it now.
 */
export function inAbilities(flat: Stored): Stored {
  const { id, revision, changedAt, merge, boards, takenAway = [] } = flat
  const { people, groups, clock, times } = flat
  const states = {
    course: pick(flat, ['title', 'createdAt', 'endedAt']),
    boards,
    steps: pick(flat, ['agenda', 'position', 'openedSteps']),
    clock: { current: clock, times },
    people: { all: people, groups, ...pick(flat, ['groupsMade', 'seatsBeforeMix']) },
    attention: pick(flat, ['spotlight', 'wall', 'wallPage']),
    merging: merge,
    boardRules: pick(flat, ['showsNames', 'imagesAllowed', 'notesOnlySince']),
    takenAway,
  }
  const abilities = Object.fromEntries(
    Object.entries(states).map(([name, state]) => [name, { version: 0, state }]),
  )
  return { id, revision, sequence: 0, changedAt: lastEvents(changedAt), abilities }
}

/** Two revisions were remembered: of the last step, and of the last mix. */
function lastEvents(changedAt: unknown): unknown {
  if (typeof changedAt !== 'object' || changedAt === null) return changedAt
  const { step, mix } = changedAt as Stored
  return { 'went-to-step': step, 'groups-mixed': mix }
}

function pick(flat: Stored, fields: readonly string[]): Stored {
  return Object.fromEntries(fields.map((field) => [field, flat[field]]))
}
