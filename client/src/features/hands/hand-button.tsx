import type { SessionView } from '@stip/api'
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs'
import type { ReactElement } from 'react'
import { useCommands } from '../../live/use-commands.ts'
import './hands.css'
import { nlHands } from './nl-hands.ts'

/** Raises the hand of who takes part, and lowers it again. */
export function HandButton({ view }: { readonly view: SessionView }): ReactElement | null {
  const { send, busy, problem } = useCommands(view.id, view.sessionRevision, 'participant')
  if (view.endedAt !== undefined) return null
  const isUp = view.ownHand === true
  return (
    <>
      <button
        type="button"
        className="stip-hand"
        aria-pressed={isUp}
        aria-disabled={busy !== undefined}
        onClick={() => void send({ type: isUp ? 'lower-own-hand' : 'raise-hand' })}
      >
        <IconHandStop size={22} aria-hidden="true" />
        <span className="stip-hand__word">{nlHands.raise}</span>
      </button>
      {problem !== undefined && (
        <p className="stip-hand__problem" role="alert">
          {problem.message}
        </p>
      )}
    </>
  )
}
