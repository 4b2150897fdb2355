import type { ClientCommand, CommandAnswer, Problem } from '@stip/api'
import { useCallback, useState } from 'react'
import { api } from './api.ts'

export interface Commands {
  /** Asks the server; tells what came of it, or nothing when it was refused. */
  readonly send: (command: ClientCommand) => Promise<CommandAnswer | undefined>
  /** The command that is under way. */
  readonly busy: ClientCommand['type'] | undefined
  readonly problem: Problem | undefined
  readonly forgetProblem: () => void
}

/**
 * A facilitator's commands to one session.
 *
 * @param seenRevision - `sessionRevision` of the view on the screen; the server refuses what no longer fits.
 */
export function useCommands(sessionId: string, seenRevision: number): Commands {
  const [busy, setBusy] = useState<ClientCommand['type'] | undefined>()
  const [problem, setProblem] = useState<Problem | undefined>()
  const send = useCallback(
    async (command: ClientCommand) => {
      setBusy(command.type)
      setProblem(undefined)
      const answer = await api.command(sessionId, command, seenRevision)
      setBusy(undefined)
      if (answer.ok) return answer.value
      setProblem(answer.problem)
      return undefined
    },
    [sessionId, seenRevision],
  )
  const forgetProblem = useCallback(() => setProblem(undefined), [])
  return { send, busy, problem, forgetProblem }
}
