import type { ClientCommand, SessionView } from '@stip/api'
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { type ReactElement, type ReactNode, useMemo, useState } from 'react'
import { timeOfDay } from '../../live/clock/clock.ts'
import { nlCourse } from '../../texts/console/nl-course.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Notice } from '../../ui/notices/notice.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import { type CourseLine, courseLines, type NamedBoard, namesIn } from './course-lines.ts'
import './course.css'
import { useCourse } from './use-course.ts'
import { type WayBack, waysBackOf } from './way-back.ts'

export interface CourseSheetProps {
  readonly view: SessionView
  readonly boards: readonly NamedBoard[]
  readonly onCommand: (command: ClientCommand) => void
  readonly onClose: () => void
  /** What came of the last command, where that was not what was meant. */
  readonly children: ReactNode
}

/** Verloop: what was pressed when, and the way back of each. */
export function CourseSheet(props: CourseSheetProps): ReactElement {
  const { view, boards, onCommand, onClose, children } = props
  const { events, hasFailed, ask, askEarlier } = useCourse(view.id, view.sessionRevision)
  const [onlyLed, setOnlyLed] = useState(false)
  const lines = useMemo(
    () => courseLines(events ?? [], namesIn(view, boards), onlyLed),
    [events, view, boards, onlyLed],
  )
  const waysBack = useMemo(() => waysBackOf(events ?? [], view), [events, view])
  return (
    <Sheet label={nlCourse.title} size="wide" onClose={onClose}>
      <div className="stip-sheet__head">
        <div>
          <h2 className="nl-heading nl-heading--level-2">{nlCourse.title}</h2>
          <p className="stip-muted">{nlCourse.intro}</p>
        </div>
        <Button kind="subtle" icon={<IconX size={20} aria-hidden="true" />} onClick={onClose}>
          {nlCourse.close}
        </Button>
      </div>
      {children}
      {hasFailed && (
        <Notice kind="error">
          {nlCourse.failed}{' '}
          <Button size="small" onClick={ask}>
            {nlCourse.retry}
          </Button>
        </Notice>
      )}
      {events === undefined && !hasFailed && <p className="stip-muted">{nlCourse.loading}</p>}
      {events !== undefined && (
        <label className="stip-course__only">
          <input
            type="checkbox"
            checked={onlyLed}
            onChange={(change) => setOnlyLed(change.target.checked)}
          />
          {nlCourse.onlyLed}
        </label>
      )}
      {events !== undefined && lines.length === 0 && <p className="stip-muted">{nlCourse.empty}</p>}
      <ol className="stip-course" aria-label={nlCourse.title}>
        {lines.map((line) => (
          <Line
            key={line.event.sequence}
            line={line}
            wayBack={waysBack.get(line.event)}
            onCommand={onCommand}
          />
        ))}
      </ol>
      {askEarlier !== undefined && <Button onClick={askEarlier}>{nlCourse.earlier}</Button>}
    </Sheet>
  )
}

interface LineProps {
  readonly line: CourseLine
  readonly wayBack: WayBack | undefined
  readonly onCommand: (command: ClientCommand) => void
}

function Line({ line, wayBack, onCommand }: LineProps): ReactElement {
  // Of several at once there is no one way back.
  const command = line.count === 1 ? wayBack?.command : undefined
  const isChanged = line.count === 1 && wayBack?.why === nlCourse.why.already
  return (
    <li className="stip-course__line">
      <time className="stip-course__time" dateTime={timeOfDay(line.event.at)}>
        {timeOfDay(line.event.at)}
      </time>
      <span className="stip-course__by">{line.by}</span>
      <span className="stip-course__text" dir="auto">
        {line.text}
      </span>
      {command !== undefined && (
        <Button
          kind="subtle"
          size="small"
          className="stip-course__undo"
          icon={<IconArrowBackUp size={18} aria-hidden="true" />}
          aria-label={nlCourse.undoOf(line.text)}
          onClick={({ detail: pressesInARow }) => {
            // The line above comes to stand under a finger that presses twice.
            if (pressesInARow < 2) onCommand(command)
          }}
        >
          {nlCourse.undo}
        </Button>
      )}
      {isChanged && <span className="stip-course__changed">{nlCourse.changed}</span>}
    </li>
  )
}
