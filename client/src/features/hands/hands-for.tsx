import type { SessionView } from '@stip/api'
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs'
import type { ReactElement } from 'react'
import { useCommands } from '../../live/commands/use-commands.ts'
import { expectHandsFor } from './expect-hands-for.ts'
import './hands.css'
import { nlHandsFor } from './nl-hands-for.ts'

/** Raises the hands of those for whom a scribe writes, and lowers them again. */
export function HandsFor({ view }: { readonly view: SessionView }): ReactElement | null {
  const { send, shown, problem } = useCommands(view, 'scribe', expectHandsFor)
  const people = shown.writesFor ?? []
  if (view.endedAt !== undefined || people.length === 0) return null
  const up = new Set(shown.handsFor)
  return (
    <section className="stip-hands-for" aria-label={nlHandsFor.title}>
      {people.map(({ id, name, number }) => (
        <button
          key={id}
          type="button"
          className="stip-hand"
          aria-pressed={up.has(id)}
          onClick={() =>
            void send({ type: up.has(id) ? 'lower-hand-for' : 'raise-hand-for', personId: id })
          }
        >
          <IconHandStop size={22} aria-hidden="true" />
          <span className="stip-hidden">{nlHandsFor.raise}</span>
          <bdi>{name === '' ? nlHandsFor.number(number) : name}</bdi>
        </button>
      ))}
      {problem !== undefined && <p role="alert">{nlHandsFor.notChanged}</p>}
    </section>
  )
}
