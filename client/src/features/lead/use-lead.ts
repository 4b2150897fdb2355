import type { ClientCommand, CommandAnswer, Problem, SessionView } from '@stip/api'
import { useEffect, useMemo, useState } from 'react'
import { useCommands } from '../../live/commands/use-commands.ts'
import { mergeSentence } from '../../texts/console/merge-sentence.ts'
import { useStable } from '../../ui/use-stable.ts'
import { expectLed } from './expected-led.ts'
import { type Undo, undoOf } from './undo-of.ts'

export interface Lead {
  readonly run: (command: ClientCommand) => void
  /** The session as it will be once what was pressed is done. */
  readonly shown: SessionView
  readonly busy: ClientCommand['type'] | undefined
  readonly problem: Problem | undefined
  /** Sends the command once more whose answer was lost; absent when there is none. */
  readonly retry: (() => void) | undefined
  /** The person leaves it at that. */
  readonly forgetProblem: () => void
  /** The last thing done that can be taken back. */
  readonly undo: Undo | undefined
  readonly takeBack: () => void
  readonly forgetUndo: () => void
  /** Of a press to save the vision that found nothing new: the version that says the same. */
  readonly unchangedVersion: string | undefined
  /** What the last merge did. */
  readonly summary: CommandAnswer['merge']
}

/** How long the way back of what was just done stands on the screen. What is older has its own: a step, a merge, the Prullenbak. */
const UNDO_MS = 10_000

/**
 * A facilitator at work: every command remembers its way back.
 *
 * @param offsetMs - How far the server's clock is ahead of `steadyNow`.
 */
export function useLead(view: SessionView, offsetMs: number): Lead {
  const expect = useMemo(() => expectLed(offsetMs), [offsetMs])
  const commands = useCommands(view, 'facilitator', expect)
  const { send, busy, problem, forgetProblem, lost, shown } = commands
  const [undo, setUndo] = useState<Undo | undefined>()
  const [unchangedVersion, setUnchanged] = useState<string | undefined>()
  const [summary, setSummary] = useState<CommandAnswer['merge']>()
  useEffect(() => {
    if (undo === undefined) return undefined
    const timer = setTimeout(() => setUndo(undefined), UNDO_MS)
    return () => clearTimeout(timer)
  }, [undo])
  const carryOut = async (command: ClientCommand, wayBack: Undo | undefined) => {
    // What is shown at once is not answered yet: whoever presses "Maak ongedaan" now means this, and nothing of before.
    setUndo(undefined)
    const answer = await send(command)
    if (answer === undefined) return
    setUndo(withResult(wayBack, answer, view.merge.count === 0))
    if (command.type === 'merge') setSummary(answer.merge)
    if (command.type === 'undo-merge') setSummary(undefined)
    setUnchanged(answer.version?.isNew === false ? answer.version.number : undefined)
  }
  // The same for good: what has it as a button is not drawn anew for it.
  const run = useStable((command: ClientCommand) => {
    void carryOut(command, undoOf(command, shown))
  })
  return {
    run,
    shown,
    busy,
    problem,
    retry: lost && (() => void carryOut(lost, undoOf(lost, view))),
    forgetProblem,
    undo,
    takeBack: () => {
      if (undo !== undefined) void carryOut(undo.command, undefined)
    },
    forgetUndo: () => setUndo(undefined),
    summary,
    unchangedVersion,
  }
}

/** A merge tells at once what it did, where the facilitator looks anyway. */
function withResult(
  undo: Undo | undefined,
  { merge, restore, takenAway, arrangement, asked }: CommandAnswer,
  isFirstMerge: boolean,
): Undo | undefined {
  if (undo?.command.type === 'put-back') {
    return takenAway && { ...undo, command: { ...undo.command, id: takenAway.id } }
  }
  if (undo?.command.type === 'undo-arrangement') {
    // Without a number nothing changed.
    return arrangement === undefined
      ? undefined
      : { ...undo, command: { ...undo.command, number: arrangement } }
  }
  if (undo?.command.type === 'close-question') {
    return asked && { ...undo, command: { ...undo.command, questionId: asked.questionId } }
  }
  if (undo?.command.type === 'undo-restore' && restore !== undefined) {
    const { moment, changed } = restore
    return changed === 0 ? undefined : { ...undo, command: { ...undo.command, moment } }
  }
  if (undo === undefined || merge === undefined) return undo
  return { ...undo, text: `${undo.text} ${mergeSentence(merge, isFirstMerge)}` }
}
