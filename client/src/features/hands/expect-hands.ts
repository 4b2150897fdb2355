import type { Expect } from '../../live/commands/expected-view.ts'

/** What a screen shows at once of a press about hands. */
export const expectHands: Expect = (command, view) => {
  switch (command.type) {
    case 'raise-hand':
      return { ...view, ownHand: true }
    case 'lower-own-hand':
      return { ...view, ownHand: undefined }
    case 'lower-hand':
      return { ...view, hands: view.hands?.filter(({ number }) => number !== command.hand) }
    case 'lower-hands':
      return { ...view, hands: view.hands?.filter(({ number }) => number > command.upTo) }
    default:
      return view
  }
}
