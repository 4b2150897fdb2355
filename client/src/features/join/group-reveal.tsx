import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { nl } from '../../texts/nl.ts'
import { Button } from '../../ui/controls/button.tsx'
import { GroupBadge } from '../../ui/marks/group-badge.tsx'
import './group-reveal.css'

interface GroupRevealProps {
  readonly group: SessionView['groups'][number]
  /** There is a board to go to now; otherwise this screen stays until there is one. */
  readonly hasBoard: boolean
  readonly onGoOn: () => void
}

/** "Je zit in groep B · De Brug", as large as a phone can say it. */
export function GroupReveal({ group, hasBoard, onGoOn }: GroupRevealProps): ReactElement {
  return (
    <main id="inhoud" tabIndex={-1} className="stip-reveal">
      <h1 className="stip-reveal__title">
        <span>{nl.group.you}</span>{' '}
        <GroupBadge letter={group.letter} name={group.name} size="huge" />
      </h1>
      <div className="stip-reveal__where">
        <p>{nl.group.where(group.letter)}</p>
        <p className="stip-muted">{nl.group.members(group.size)}</p>
      </div>
      {hasBoard ? (
        <Button kind="primary" size="large" onClick={onGoOn}>
          {nl.group.toBoard}
        </Button>
      ) : (
        <>
          <p>{nl.group.soon}</p>
          <Button kind="subtle" onClick={onGoOn}>
            {nl.group.goOn}
          </Button>
        </>
      )}
    </main>
  )
}
