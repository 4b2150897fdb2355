import { archivedFields } from '../vision/fields.ts'
import type { SessionBoard } from '../boards/state.ts'
import type { SessionEvent } from './abilities.ts'
import type { AskedBy } from './engine.ts'
import type { Session } from './session.ts'
import { toldOf } from './told.ts'

/** Stands in an archive for somebody of whom nobody is told who it is. */
export const NOBODY_TOLD = 'archived'

type Kept<Type extends SessionEvent['type']> =
  | 'whole'
  | ((event: Extract<SessionEvent, { readonly type: Type }>) => SessionEvent)

/**
 * What goes into an archive of each thing that can happen: no more than who leads was or could be told. Every type
 * stands here, or this does not compile: a new one is thought about before it leaves the server.
 */
const kept: { readonly [Type in SessionEvent['type']]: Kept<Type> } = {
  'session-renamed': 'whole',
  'session-ended': 'whole',
  'session-reopened': 'whole',
  // Private boards are of their members only; how many there are is told.
  'board-opened': ({ type, board }) => ({ type, board: untold(board) }),
  'board-restored': 'whole',
  'restore-undone': 'whole',
  'went-to-step': 'whole',
  'minutes-added': 'whole',
  'clock-paused': 'whole',
  'clock-resumed': 'whole',
  'server-clock-set': 'whole',
  // What people are called stands on the list, as far as they still do.
  'person-joined': (event) => ({ ...event, person: { ...event.person, name: '' } }),
  'screen-joined': (event) => ({ ...event, person: { ...event.person, name: '' } }),
  'people-seen': 'whole',
  'people-removed': 'whole',
  'person-left': 'whole',
  'device-left': 'whole',
  'person-returned': 'whole',
  'background-changed': 'whole',
  'scribe-appointed': 'whole',
  'scribe-relieved': 'whole',
  'person-moved': 'whole',
  'groups-mixed': 'whole',
  'mix-undone': 'whole',
  'group-renamed': 'whole',
  'spotlight-put': 'whole',
  'spotlight-taken-off': 'whole',
  'wall-chosen': 'whole',
  'wall-page-turned': 'whole',
  'boards-merged': 'whole',
  'merge-undone': 'whole',
  'cards-brought': 'whole',
  'cards-put-back': 'whole',
  'names-shown': 'whole',
  'images-allowed': 'whole',
  'only-notes-asked': 'whole',
  'every-tool-given': 'whole',
  'groups-frozen': 'whole',
  // Neither what was taken away nor who wrote it.
  'remark-taken-away': ({ type, taken }) => ({
    type,
    taken: { ...taken, records: [], authors: [] },
  }),
  'more-taken-away': (event) => ({ ...event, records: [] }),
  'remark-put-back': 'whole',
  'hand-raised': (event) => ({
    ...event,
    hand: event.hand.isNamed ? event.hand : { ...event.hand, personId: NOBODY_TOLD },
  }),
  'hand-lowered': 'whole',
  'hands-lowered': 'whole',
  'vision-arranged': 'whole',
  'arrangement-undone': 'whole',
  // Whose words stand is of a board and a group, of nobody.
  'words-chosen': 'whole',
  // Of which card it is, tells something of who made that.
  'statement-verified': (event) => ({ ...event, changes: {} }),
  'version-saved': 'whole',
  'question-asked': 'whole',
  'answers-revealed': 'whole',
  'answers-hidden': 'whole',
  // What it came to stands with the question, once it was revealed.
  'question-closed': (event) => ({ ...event, totals: { ...event.totals, items: [] } }),
  'question-reopened': 'whole',
  'ballots-destroyed': 'whole',
  'question-shown': 'whole',
  'critique-answered': 'whole',
}

/** Something that happened, as far as it goes into an archive. Screens are told the same of it. */
export function archivedEvent(event: SessionEvent): SessionEvent {
  const how = kept[event.type] as Kept<SessionEvent['type']>
  return how === 'whole' ? event : how(event)
}

/**
 * In what capacity something was asked for, as it is told. For whom a scribe presses is known to all where a
 * group has one person without a phone, so that it was a scribe is told only where the person is.
 */
export function capacityTold({ by }: AskedBy, event: SessionEvent): AskedBy['by'] {
  return by === 'scribe' && toldOf(event).personId === undefined ? 'participant' : by
}

function untold(board: SessionBoard): SessionBoard {
  if (board.members === undefined) return board
  return { ...board, id: NOBODY_TOLD, members: board.members.map(() => NOBODY_TOLD) }
}

/**
 * A session, as far as it goes into an archive: what was taken away, private boards, what nobody revealed, whose a hand was and of
 * which card its maker said something stay behind. Who leads is told the same of it.
 */
export function archivedSession(session: Session): Session {
  const { boards, hands, questions, vision } = session
  return {
    ...session,
    takenAway: [],
    boards: boards.filter(({ kind }) => kind !== 'private'),
    hands: {
      ...hands,
      raised: hands.raised.map((hand) =>
        hand.isNamed ? hand : { ...hand, personId: NOBODY_TOLD },
      ),
    },
    questions: {
      ...questions,
      // Ballots stay behind, so no question can be opened again.
      all: questions.all.map(({ totals, ...question }) => ({
        ...question,
        hasBallots: false,
        totals: totals && (question.isRevealed ? totals : { ...totals, items: [] }),
      })),
    },
    vision: { ...vision, fields: archivedFields(vision.fields) },
  }
}
