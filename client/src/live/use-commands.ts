import type { ClientCommand, CommandAnswer, Problem, Role } from '@stip/api'
import { useCallback, useState } from 'react'
import { commandApi } from './command-api.ts'
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
 * The commands of one screen to its session.
 *
 * @param seenRevision - `sessionRevision` of the view on the screen; the server refuses what no longer fits.
 */
export function useCommands(
  sessionId: string,
  seenRevision: number,
  as: Role = 'facilitator',
): Commands {
  const [busy, setBusy] = useState<ClientCommand['type'] | undefined>()
  const [problem, setProblem] = useState<Problem | undefined>()
  const [lost, setLost] = useState<ClientCommand | undefined>()
  const send = useCallback(
    async (command: ClientCommand) => {
      setBusy(command.type)
      setProblem(undefined)
      setLost(undefined)
      const answer = await askPerPress(kindOf(sessionId), command, (key) =>
        commandApi.command(sessionId, as, { command, seenRevision }, key),
      )
      setBusy(undefined)
      if (answer.ok) return answer.value
      setProblem(answer.problem)
      if (!isAnswered(answer)) setLost(command)
      return undefined
    },
    [sessionId, seenRevision, as],
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
