import type { Capacity, ClientCommand, CommandAnswer, Problem, SessionView } from '@stip/api'
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { commandApi } from '../api/command-api.ts'
import { CommandSender, type SenderWorld } from './command-sender.ts'
import { type Expect, expectedView } from './expected-view.ts'
import { dropIntent } from '../requests/intent.ts'
import { steadyNow } from '../clock/steady-clock.ts'

export interface Commands {
  /** Asks the server; tells what came of it, or nothing when it was refused. */
  readonly send: (command: ClientCommand) => Promise<CommandAnswer | undefined>
  /** The session as it will be once the server did what was pressed; taken back when it refuses. */
  readonly shown: SessionView
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
 * @param view - What the server told; it refuses what no longer fits that.
 * @param expect - What each command will come to, as far as a screen can know.
 */
export function useCommands(view: SessionView, as: Capacity, expect: Expect = noWish): Commands {
  const { id, sessionRevision } = view
  const sender = useMemo(() => new CommandSender(inTheWorld(id, as)), [id, as])
  const subscribe = useCallback((told: () => void) => sender.subscribe(told), [sender])
  const pending = useSyncExternalStore(subscribe, () => sender.pending)
  const shown = useMemo(() => expectedView(view, pending, expect), [view, pending, expect])
  const [problem, setProblem] = useState<Problem | undefined>()
  const [lost, setLost] = useState<ClientCommand | undefined>()
  const send = useCallback(
    async (command: ClientCommand) => {
      setProblem(undefined)
      setLost(undefined)
      const fate = await sender.press(command, sessionRevision)
      if (fate.kind === 'done') return fate.answer
      setProblem(fate.problem)
      if (fate.kind === 'lost') setLost(command)
      return undefined
    },
    [sender, sessionRevision],
  )
  const forgetProblem = useCallback(() => {
    setProblem(undefined)
    setLost(undefined)
    dropIntent(kindOf(id, as))
  }, [id, as])
  const busy = pending.find(({ revision }) => revision === undefined)?.command.type
  return { send, shown, busy, problem, forgetProblem, lost }
}

const noWish: Expect = (_command, view) => view

function kindOf(sessionId: string, as: Capacity): string {
  return `command ${sessionId} ${as}`
}

function inTheWorld(sessionId: string, as: Capacity): SenderWorld {
  return {
    kind: kindOf(sessionId, as),
    send: (press, key) => commandApi.command(sessionId, as, press, key),
    pause: untilOnlineOr,
    clocks: () => [steadyNow(), Date.now()],
    random: Math.random,
  }
}

function untilOnlineOr(ms: number): Promise<void> {
  return new Promise((done) => {
    const goOn = (): void => {
      clearTimeout(timer)
      window.removeEventListener('online', goOn)
      done()
    }
    const timer = setTimeout(goOn, ms)
    window.addEventListener('online', goOn)
  })
}
