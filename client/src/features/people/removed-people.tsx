import type { PersonView } from '@stip/api'
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import type { ReactElement } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'
import { personName } from '../../ui/marks/person-name.ts'
import type { Parts } from '../../ui/showing.ts'

interface RemovedPeopleProps {
  readonly view: Parts<'people' | 'backgrounds' | 'endedAt'>
  readonly onRestore: (person: PersonView) => void
}

/** Who was taken off the list, to be put back at any time. */
export function RemovedPeople({ view, onRestore }: RemovedPeopleProps): ReactElement | null {
  const removed = (view.people ?? []).filter((person) => person.hasLeft)
  if (removed.length === 0) return null
  const texts = nlConsole.people
  return (
    <details className="stip-removed">
      <summary>{texts.removedTitle(removed.length)}</summary>
      <ul className="stip-removed__list">
        {removed.map((person) => (
          <li key={person.id}>
            <span>
              <bdi>{personName(person)}</bdi>{' '}
              <span className="stip-muted">
                {view.backgrounds.find(({ id }) => id === person.background)?.name}
              </span>
            </span>
            <Button
              size="small"
              aria-label={`${texts.restore}: ${personName(person)}`}
              disabled={view.endedAt !== undefined}
              icon={<IconArrowBackUp size={18} aria-hidden="true" />}
              onClick={() => onRestore(person)}
            >
              {texts.restore}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
