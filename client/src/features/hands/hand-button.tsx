import type { SessionView } from '@stip/api'
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs'
import { type ReactElement, useEffect } from 'react'
import { useCommands } from '../../live/commands/use-commands.ts'
import { expectHands } from './expect-hands.ts'
import './hands.css'
import { nlHands } from './nl-hands.ts'

/** How long it is said that a hand did not go up. */
const SAID_MS = 10_000

/** Raises the hand of who takes part, and lowers it again. */
export function HandButton({ view }: { readonly view: SessionView }): ReactElement | null {
  const { send, shown, problem, forgetProblem } = useCommands(view, 'participant', expectHands)
  useEffect(() => {
    if (problem === undefined) return undefined
    const timer = setTimeout(forgetProblem, SAID_MS)
    return () => clearTimeout(timer)
  }, [problem, forgetProblem])
  if (view.endedAt !== undefined) return null
  const isUp = shown.ownHand === true
  return (
    <>
      <button
        type="button"
        className="stip-hand"
        aria-pressed={isUp}
        onClick={() => void send({ type: isUp ? 'lower-own-hand' : 'raise-hand' })}
      >
        <IconHandStop size={22} aria-hidden="true" />
        <span className="stip-hand__word">{nlHands.raise}</span>
      </button>
      {problem !== undefined && (
        <p className="stip-hand__problem" role="alert">
          {isUp ? nlHands.stillUp : nlHands.notUp}
        </p>
      )}
    </>
  )
}
