import type { PersonView, SessionView } from '@stip/api'
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs'
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs'
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'
import { type Parts, showing } from '../../ui/showing.ts'
import { AddPersonForm } from './add-person-form.tsx'
import { GroupNewsLines } from './group-news-lines.tsx'
import { RemovedPeople } from './removed-people.tsx'
import { presentPeople } from './role-counts.ts'
import { RoleTable } from './role-table.tsx'
import { UnseenPeople } from './unseen-people.tsx'

type Background = SessionView['backgrounds'][number]['id']

interface PeoplePanelProps {
  readonly view: PeopleView
  readonly isBusy: boolean
  /** Making groups is the primary button beside the agenda now; it stands on the screen once. */
  readonly isMixNext: boolean
  readonly onMix: () => void
  readonly onRestore: (person: PersonView) => void
  readonly onRemoveUnseen: () => void
  readonly onAdd: (name: string, background: Background) => void
  /** Everybody by name, shown when asked for. */
  readonly renderAll: (view: PeopleView) => ReactNode
}

const parts = ['people', 'backgrounds', 'groups', 'groupsMade', 'endedAt'] as const
/** What of a session it shows. */
export type PeopleView = Parts<(typeof parts)[number]>

/** Who takes part: per role and per group, and by name when asked for. */
export const PeoplePanel = showing(parts, People)

function People(props: PeoplePanelProps): ReactElement {
  const { view, isBusy, isMixNext, onMix, onAdd, renderAll } = props
  const [isAdding, setIsAdding] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  const panel = useRef<HTMLElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // With everybody by name the panel takes another place; who asked for it goes along.
    if (showsAll) panel.current?.scrollIntoView({ block: 'start' })
  }, [showsAll])
  const texts = nlConsole.people
  const people = presentPeople(view)
  const connected = people.filter((person) => person.isConnected).length
  return (
    <section ref={panel} className="stip-card stip-people" aria-labelledby="people-title">
      <div className="stip-people__head">
        <h2 ref={title} id="people-title" className="stip-panel-title" tabIndex={-1}>
          {texts.title(people.length)}
        </h2>
        <span className="stip-muted">{texts.connectedCount(connected)}</span>
      </div>
      <GroupNewsLines view={view} />
      {people.length === 0 ? <p className="stip-muted">{texts.none}</p> : <RoleTable view={view} />}
      <div className="stip-row">
        {!isMixNext && (
          <Button
            size="small"
            disabled={isBusy || people.length === 0}
            icon={<IconUsersGroup size={18} aria-hidden="true" />}
            onClick={onMix}
          >
            {view.groupsMade ? nlConsole.groups.mixAgain : nlConsole.groups.mix}
          </Button>
        )}
        <Button
          size="small"
          icon={<IconUserPlus size={18} aria-hidden="true" />}
          onClick={() => setIsAdding(true)}
        >
          {texts.add}
        </Button>
        {people.length > 0 && (
          <Button size="small" kind="subtle" onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? texts.hideAll : texts.showAll}
          </Button>
        )}
      </div>
      {showsAll && renderAll(view)}
      <UnseenPeople
        view={view}
        isBusy={isBusy}
        onRemove={() => {
          // What was pressed goes away with them; the number in the title says what came of it.
          title.current?.focus()
          props.onRemoveUnseen()
        }}
      />
      <RemovedPeople view={view} onRestore={props.onRestore} />
      {isAdding && (
        <AddPersonForm
          backgrounds={view.backgrounds}
          onAdd={onAdd}
          onClose={() => setIsAdding(false)}
        />
      )}
    </section>
  )
}
