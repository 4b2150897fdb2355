import type { Capacity, ClientCommand, CommandAnswer } from '@stip/api'
import { session } from './api.ts'
import { limitMs, post } from '../requests/ask.ts'

/** A command, and what was on the screen of who gave it. */
export interface SeenCommand {
  readonly command: ClientCommand
  /** `sessionRevision` of the view on the screen. */
  readonly seenRevision: number
}

/** What everybody asks who presses something. */
export const commandApi = {
  /**
   * Gives a command. A merge reads and writes whole boards; of a version a server draws them all, which takes
   * a small computer longer. Who sends it comes back by itself.
   */
  command: (sessionId: string, as: Capacity, { command, seenRevision }: SeenCommand, key: string) =>
    post<CommandAnswer>(
      `${session(sessionId)}/commands?as=${as}`,
      { key, seenRevision, command },
      key,
      {
        limitMs: limitMs[command.type === 'save-version' ? 'long' : 'work'],
        isRepeated: false,
      },
    ),
}
