import type { BoardCommand, ClientCommand, CommandAnswer } from '@stip/api'
import type { Result } from '@stip/primitives'
import type { ActorKind, CommandRefusal, Session, SessionEvent } from '@stip/workshop'
import type { Services } from '../services.ts'
import { askAbout } from './asking/ask-about.ts'
import { closeQuestion } from './asking/close-question.ts'
import { bringCards, putCardsBack } from './merging/bring-cards.ts'
import { chooseWords } from './merging/choose-words.ts'
import { mergeBoards } from './merging/merge-boards.ts'
import type { Press } from './press.ts'
import { restoreBoard, undoRestore } from './restore-board.ts'
import { putBackRemark, takeAwayRemark } from './taking-away/take-away.ts'
import { prepareVersion, saveVersion } from './versions/save-version.ts'
import { undoMerge } from './merging/undo-merge.ts'

interface BoardRule<Command> {
  readonly givenBy: readonly ActorKind[]
  /** Events after which a press on an older screen meant something else. */
  readonly staleAfter?: readonly SessionEvent['type'][]
  /** Makes ready what takes long, before it is its turn: whatever else is asked waits for none of it. */
  readonly prepare?: (
    services: Services,
    session: Session,
    who: string | undefined,
  ) => Promise<void>
  readonly carryOut: (
    services: Services,
    session: Session,
    press: Press,
    command: Command,
  ) => Promise<Result<CommandAnswer, CommandRefusal>>
}

/**
 * Who may have boards changed or read, or ballots counted, and how that is done. What the session knows of it, the
 * server notes.
 */
export const boardCommands: {
  readonly [Type in BoardCommand['type']]: BoardRule<Extract<BoardCommand, { readonly type: Type }>>
} = {
  merge: { givenBy: ['facilitator'], carryOut: mergeBoards },
  'undo-merge': {
    givenBy: ['facilitator'],
    // The last merge on the screen, and none of before.
    staleAfter: ['boards-merged', 'merge-undone'],
    carryOut: undoMerge,
  },
  'save-version': { givenBy: ['facilitator'], prepare: prepareVersion, carryOut: saveVersion },
  'restore-board': { givenBy: ['facilitator'], carryOut: restoreBoard },
  'undo-restore': { givenBy: ['facilitator'], carryOut: undoRestore },
  'take-away': { givenBy: ['facilitator'], carryOut: takeAwayRemark },
  'put-back': { givenBy: ['facilitator'], carryOut: putBackRemark },
  'bring-cards': { givenBy: ['facilitator'], carryOut: bringCards },
  'put-cards-back': { givenBy: ['facilitator'], carryOut: putCardsBack },
  'choose-words': { givenBy: ['facilitator'], carryOut: chooseWords },
  'ask-about': { givenBy: ['facilitator'], staleAfter: ['question-asked'], carryOut: askAbout },
  'close-question': { givenBy: ['facilitator'], carryOut: closeQuestion },
}

/** Whether the server carries a command out, on boards or ballots. */
export function isBoardCommand(command: ClientCommand): command is BoardCommand {
  return Object.hasOwn(boardCommands, command.type)
}

/** Carries a command out on boards. Whether it may be given is looked at before. */
export function carryOutOnBoards(
  services: Services,
  session: Session,
  press: Press,
  command: BoardCommand,
): Promise<Result<CommandAnswer, CommandRefusal>> {
  const rule = boardCommands[command.type] as BoardRule<BoardCommand>
  return rule.carryOut(services, session, press, command)
}

/** Makes ready what a command needs that takes long; what fails here fails again in its turn. */
export async function prepared(
  services: Services,
  session: Session,
  command: BoardCommand,
  who: string | undefined,
): Promise<void> {
  const { prepare } = boardCommands[command.type] as BoardRule<BoardCommand>
  await prepare?.(services, session, who).catch(() => undefined)
}
