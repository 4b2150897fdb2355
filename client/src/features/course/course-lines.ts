import type { CourseEvent, SessionView } from '@stip/api'
import { type Names, nlCourse, sentences } from '../../texts/console/nl-course.ts'
import { personName } from '../../ui/marks/person-name.ts'

/** What happened, as one reads it: one event, or several alike in a row. */
export interface CourseLine {
  /** The last of what it is about. */
  readonly event: CourseEvent
  readonly text: string
  readonly by: string
  /** So many of the same followed each other. */
  readonly count: number
}

/** Many of these in a row say no more than how many there were. */
const counted: Partial<Record<CourseEvent['type'], (count: number) => string>> = {
  'person-joined': nlCourse.cameIn,
  'hand-raised': nlCourse.handsUp,
}

/** What happened in lines, the last first. */
export function courseLines(
  events: readonly CourseEvent[],
  names: Names,
  onlyLed: boolean,
): readonly CourseLine[] {
  const lines: CourseLine[] = []
  for (const event of events) {
    // That screens open is of no use to anybody afterwards.
    if (event.type === 'people-seen' || (onlyLed && event.by !== 'facilitator')) continue
    const last = lines.at(-1)
    const count = counted[event.type]
    if (count !== undefined && last?.event.type === event.type && last.event.by === event.by) {
      lines[lines.length - 1] = { ...last, count: last.count + 1, text: count(last.count + 1) }
    } else {
      const text = capital(sentences[event.type](event.about, names))
      lines.push({ event, text, by: byWhom(event), count: 1 })
    }
  }
  return lines
}

/** What everything is called now. */
export function namesIn(view: SessionView, boards: readonly NamedBoard[]): Names {
  const people = new Map(view.people?.map((person) => [person.id, person]))
  return {
    person: (id) => {
      const person = people.get(id ?? '')
      return person === undefined ? nlCourse.somebody : personName(person)
    },
    group: (id) => {
      const letter = view.groups.find((group) => group.id === id)?.letter
      return letter === undefined ? nlCourse.noGroup : `groep ${letter}`
    },
    board: (id) => boards.find((board) => board.id === id)?.name ?? nlCourse.noBoard,
    step: (position) => view.steps[position ?? -1]?.title ?? nlCourse.waiting,
    role: (background) =>
      view.backgrounds.find(({ id }) => id === background)?.name.toLowerCase() ?? '',
  }
}

export interface NamedBoard {
  readonly id: string
  readonly name: string
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function byWhom({ by, number }: CourseEvent): string {
  return number === undefined ? nlCourse.by[by] : `${nlCourse.by[by]} ${number}`
}
