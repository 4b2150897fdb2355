import type { CommandAnswer } from '@stip/api'
import type { AppliedWrite } from '@stip/board'
import type { MadeUpdate } from '@stip/sync/room'
import type { Session } from '@stip/workshop'
import type { Change } from '../../board-thread/questions.ts'
import type { Services } from '../../services.ts'
import type { Intent } from '../../storage/stores/intent-store.ts'
import { editInTurn } from '../command-turn.ts'
import { visionOf } from './merged-boards.ts'

interface VisionEdit<Begun extends Intent> {
  readonly change: Change
  /** What is kept until it is noted. */
  readonly intentOf: (applied: readonly AppliedWrite[]) => Begun
  readonly note: (intent: Begun) => Promise<CommandAnswer>
}

/**
 * Changes the vision and notes it. Undefined when there was nothing to change; then nothing is
 * written anywhere.
 */
export async function changeVision<Begun extends Intent>(
  services: Services,
  session: Session,
  { change, intentOf, note }: VisionEdit<Begun>,
): Promise<CommandAnswer | undefined> {
  const { desk, boardThread } = services
  const boardId = visionOf(session)
  let intent: Begun | undefined
  const make = async (clientId: number): Promise<MadeUpdate | undefined> => {
    const made = await boardThread.change({ boardId, clientId, change })
    intent = undefined
    if (made.count === 0) return undefined
    const begin = async (): Promise<void> => {
      const begun = intentOf(made.witnesses)
      await desk.write(session, [{ kind: 'intent-begun', intent: begun }])
      intent = begun
    }
    return { ...made, begin }
  }
  await editInTurn(services, session, boardId, make)
  return intent && note(intent)
}
