import type { ClientCommand, CommandAnswer, Problem } from '@stip/api'
import { useCallback, useState } from 'react'
import { leadApi } from './lead-api.ts'
import { isAnswered } from './ask.ts'
import { askPerPress, dropIntent } from './intent.ts'

export interface Commands {
  /** Asks the server; tells what came of it, or nothing when it was refused. */
  readonly send: (command: ClientCommand) => Promise<CommandAnswer | undefined>
  /** The command that is under way. */
  readonly busy: ClientCommand['type'] | undefined
  readonly problem: Problem | undefined
  readonly forgetProblem: () => void
  /** The command whose answer was lost; sent again it is carried out once. */
  readonly lost: ClientCommand | undefined
}

/**
 * A facilitator's commands to one session.
 *
 * @param seenRevision - `sessionRevision` of the view on the screen; the server refuses what no longer fits.
 */
export function useCommands(sessionId: string, seenRevision: number): Commands {
  const [busy, setBusy] = useState<ClientCommand['type'] | undefined>()
  const [problem, setProblem] = useState<Problem | undefined>()
  const [lost, setLost] = useState<ClientCommand | undefined>()
  const send = useCallback(
    async (command: ClientCommand) => {
      setBusy(command.type)
      setProblem(undefined)
      setLost(undefined)
      const answer = await askPerPress(kindOf(sessionId), command, (key) =>
        leadApi.command(sessionId, { command, seenRevision }, key),
      )
      setBusy(undefined)
      if (answer.ok) return answer.value
      setProblem(answer.problem)
      if (!isAnswered(answer)) setLost(command)
      return undefined
    },
    [sessionId, seenRevision],
  )
  const forgetProblem = useCallback(() => {
    setProblem(undefined)
    setLost(undefined)
    dropIntent(kindOf(sessionId))
  }, [sessionId])
  return { send, busy, problem, forgetProblem, lost }
}

function kindOf(sessionId: string): string {
  return `command ${sessionId}`
}
