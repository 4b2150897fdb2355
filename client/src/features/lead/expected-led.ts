import type { ClientCommand, PersonView, SessionView } from '@stip/api'
import {
  arrangedBy,
  changesOf,
  fieldsTold,
  freshClock,
  held,
  resumed,
  toldFields,
  withFieldChanges,
  withMinutes,
} from '@stip/workshop'
import type { ArrangeCommand } from '@stip/workshop'
import type { Expect } from '../../live/commands/expected-view.ts'

type Expectations = {
  readonly [Type in ClientCommand['type']]?: (
    view: SessionView,
    command: Extract<ClientCommand, { readonly type: Type }>,
    now: number,
  ) => Partial<SessionView>
}

/** What chance, boards or the disk decide is waited for. */
const expectations: Expectations = {
  'go-to-step': ({ steps }, { position }, now) => ({
    position,
    spotlight: undefined,
    clock: freshClock(steps[position]?.minutes ?? 0, now),
  }),
  'add-minutes': ({ clock }, { minutes }, now) =>
    clock ? { clock: withMinutes(clock, minutes, now) } : {},
  'pause-clock': ({ clock }, _command, now) => (clock ? { clock: held(clock, now) } : {}),
  'resume-clock': ({ clock }, _command, now) => (clock ? { clock: resumed(clock, now) } : {}),
  'show-names': (_view, { on }) => ({ namesChosen: on }),
  'allow-images': (_view, { on }) => ({ imagesAllowed: on }),
  'only-notes': (_view, { on }) => ({ notesOnly: on }),
  'freeze-groups': (_view, { on }) => ({ groupsFrozen: on || undefined }),
  spotlight: (_view, { boardId }) => ({
    spotlight: boardId ?? undefined,
    ...(boardId !== null && { wall: { kind: 'auto' } }),
    wallPage: 0,
  }),
  'show-on-wall': (_view, { choice }) => ({ wall: choice, wallPage: 0 }),
  'turn-wall-page': (_view, { page }) => ({ wallPage: page }),
  'rename-session': (_view, { title }) => ({ title: title.trim() }),
  'rename-group': ({ groups }, { groupId, name }) => ({
    groups: groups.map((each) => (each.id === groupId ? { ...each, name: name.trim() } : each)),
  }),
  'move-person': (view, { personId, groupId }) => withPerson(view, personId, { groupId }),
  'change-background': (view, { personId, background }) =>
    withPerson(view, personId, { background }),
  'appoint-scribe': (view, { personId, on }) =>
    withPerson(view, personId, { isScribe: on || undefined }),
  ...Object.fromEntries(Object.keys(arrangedBy).map((type) => [type, arranged])),
  'remove-person': (view, { personId }) => withPerson(view, personId, { hasLeft: true }),
  'restore-person': (view, { personId }) => withPerson(view, personId, { hasLeft: false }),
}

/** What is decided about cards on the vision, by the rules themselves. */
function arranged({ arrangement }: SessionView, command: ArrangeCommand): Partial<SessionView> {
  const fields = fieldsTold(arrangement)
  return { arrangement: toldFields(withFieldChanges(fields, changesOf(fields, command))) }
}

/**
 * What the console shows at once of what a facilitator presses.
 *
 * @param offsetMs - How far the server's clock is ahead of `steadyNow`.
 */
export function expectLed(offsetMs: number): Expect {
  return (command, view, at) => {
    const expectation = expectations[command.type] as
      | ((view: SessionView, command: ClientCommand, now: number) => Partial<SessionView>)
      | undefined
    return { ...view, ...expectation?.(view, command, at + offsetMs) }
  }
}

function withPerson(
  { people }: SessionView,
  personId: string,
  difference: Partial<PersonView>,
): Partial<SessionView> {
  return {
    people: people?.map((each) => (each.id === personId ? { ...each, ...difference } : each)),
  }
}
