import type { Expect } from '../../live/commands/expected-view.ts'

/** What the screen of a scribe shows at once of a press about the hands of others. */
export const expectHandsFor: Expect = (command, view) => {
  switch (command.type) {
    case 'raise-hand-for':
      return { ...view, handsFor: [...(view.handsFor ?? []), command.personId] }
    case 'lower-hand-for':
      return { ...view, handsFor: view.handsFor?.filter((id) => id !== command.personId) }
    default:
      return view
  }
}
