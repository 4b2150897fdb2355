import { useRef } from 'react'
import type { ReactElement } from 'react'
import { useEditor, useValue } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { follow } from '../presence/follow.ts'
import { useOthers } from '../presence/others-context.ts'
import type { Somebody } from '../presence/others.ts'

/** Names that fit on one button; the others are in the list. */
const BADGES = 3
const { people } = nlCanvas

/** Who else is on this board, as far as names are shown; press one to see what they see. */
export function PeopleHere(): ReactElement | null {
  const editor = useEditor()
  const details = useRef<HTMLDetailsElement>(null)
  const everybody = useOthers()
  const others = useValue('who is here', () => inOrder(everybody.people.get()), [everybody])
  const followed = useValue('followed', () => editor.getInstanceState().followingUserId, [editor])
  if (others.length === 0) return null
  const leader = others.find(({ id }) => id === followed)
  return (
    <>
      {leader !== undefined && (
        <output className="stip-note-bar stip-following">
          <span dir="auto">{people.following(leader.name)}</span>
          <button type="button" onClick={() => editor.stopFollowingUser()}>
            {people.stop}
          </button>
        </output>
      )}
      <details ref={details} className="stip-here">
        <summary>
          <span aria-hidden="true" className="stip-here__badges">
            {others.slice(0, BADGES).map((somebody) => (
              <Badge key={somebody.id} {...somebody} />
            ))}
          </span>
          <span className="stip-here__words">{people.here(others.length)}</span>
        </summary>
        <ul aria-label={people.list}>
          {others.map((somebody) => (
            <li key={somebody.id}>
              <button
                type="button"
                aria-pressed={followed === somebody.id}
                onClick={() => {
                  if (followed === somebody.id) editor.stopFollowingUser()
                  else follow(editor, everybody, somebody.id)
                  details.current?.removeAttribute('open')
                }}
              >
                <Badge {...somebody} />
                <bdi>{people.follow(somebody.name)}</bdi>
              </button>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Badge({ name, color }: Somebody): ReactElement {
  return (
    <span className="stip-here__badge" style={{ background: color }} aria-hidden="true">
      {Array.from(name)[0]?.toUpperCase()}
    </span>
  )
}

function inOrder(people: readonly Somebody[]): readonly Somebody[] {
  return people.toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
}
