import type { ClientCommand, CourseEvent, SessionView } from '@stip/api'
import { nlCourse } from '../../texts/console/nl-course.ts'

/** The command that takes something back, or why there is none. */
export type WayBack =
  | { readonly command: ClientCommand; readonly why?: undefined }
  | { readonly command?: undefined; readonly why: string }

interface Around {
  readonly view: SessionView
  /** What happened after it, and before it as far as that is on the screen; the last first. */
  readonly later: readonly CourseEvent[]
  readonly earlier: readonly CourseEvent[]
}

type Find = (about: CourseEvent['about'], around: Around) => ClientCommand | string

const { why } = nlCourse

/** The way back of each kind of event, as things are now. */
const waysBack: Readonly<Record<CourseEvent['type'], Find>> = {
  'session-renamed': (_about, { later, earlier }) => {
    if (has(later, 'session-renamed')) return why.later
    const title = earlier.find(({ type }) => type === 'session-renamed')?.about.text
    return title === undefined ? why.unknown : { type: 'rename-session', title }
  },
  'session-ended': (_about, { view }) =>
    view.endedAt === undefined ? why.already : { type: 'reopen-session' },
  'session-reopened': (_about, { later }) =>
    has(later, 'session-ended') ? why.already : { type: 'end-session' },
  'went-to-step': ({ from = -1 }, { later }) =>
    has(later, 'went-to-step') ? why.movedOn : { type: 'go-to-step', position: from },
  'minutes-added': ({ minutes = 0 }, { view, later }) => {
    if (has(later, 'went-to-step')) return why.movedOn
    if (view.clock === undefined || isTakenOff(minutes, later)) return why.already
    return { type: 'add-minutes', minutes: -minutes }
  },
  'clock-paused': (_about, { view, later }) => {
    if (has(later, 'went-to-step')) return why.movedOn
    return view.clock?.kind === 'paused' ? { type: 'resume-clock' } : why.already
  },
  'clock-resumed': (_about, { view, later }) => {
    if (has(later, 'went-to-step')) return why.movedOn
    return view.clock?.kind === 'running' ? { type: 'pause-clock' } : why.already
  },
  'server-clock-set': () => why.bySelf,
  // Not at one press, between others: who is taken off the list loses the evening.
  'person-joined': () => why.inTheList,
  'screen-joined': () => why.bySelf,
  'people-seen': () => why.bySelf,
  'people-removed': () => why.withCode,
  'person-left': ({ personId }, { view }) => {
    const person = view.people?.find(({ id }) => id === personId)
    return person?.hasLeft === true ? { type: 'restore-person', personId: person.id } : why.already
  },
  'device-left': () => why.withCode,
  'person-returned': () => why.inTheList,
  'background-changed': () => why.unknown,
  'scribe-appointed': ({ personId }, { view }) =>
    isScribe(view, personId)
      ? { type: 'appoint-scribe', personId: personId ?? '', on: false }
      : why.already,
  'scribe-relieved': ({ personId }, { view }) =>
    isHere(view, personId) && !isScribe(view, personId)
      ? { type: 'appoint-scribe', personId: personId ?? '', on: true }
      : why.already,
  'board-opened': () => why.stays,
  'board-restored': ({ boardId = '', moment = 0 }, { later }) => {
    const isUndone = later.some(
      ({ type, about }) =>
        type === 'restore-undone' && about.boardId === boardId && about.moment === moment,
    )
    return isUndone ? why.already : { type: 'undo-restore', boardId, moment }
  },
  'restore-undone': () => why.restoreAgain,
  'person-moved': () => why.moveBack,
  'groups-mixed': (_about, { view, later }) => {
    if (has(later, 'groups-mixed') || has(later, 'mix-undone')) return why.later
    return view.canUndoMix === true ? { type: 'undo-mix' } : why.already
  },
  'mix-undone': () => why.mixAgain,
  'group-renamed': ({ groupId }, { later, earlier }) => {
    const isOf = ({ type, about }: CourseEvent) =>
      type === 'group-renamed' && about.groupId === groupId
    if (later.some(isOf)) return why.later
    const name = earlier.find(isOf)?.about.text
    return name === undefined || groupId === undefined
      ? why.unknown
      : { type: 'rename-group', groupId, name }
  },
  'spotlight-put': ({ boardId }, { view }) =>
    view.spotlight === boardId ? { type: 'spotlight', boardId: null } : why.already,
  'spotlight-taken-off': (_about, { view, earlier, later }) => {
    if (has(later, 'went-to-step')) return why.movedOn
    const boardId = earlier.find(({ type }) => type === 'spotlight-put')?.about.boardId
    if (boardId === undefined) return why.unknown
    return view.spotlight === undefined ? { type: 'spotlight', boardId } : why.later
  },
  'wall-chosen': (_about, { later, earlier }) => {
    if (has(later, 'wall-chosen') || has(later, 'spotlight-put')) return why.later
    const before = earlier.find(({ type }) => type === 'wall-chosen' || type === 'spotlight-put')
    return { type: 'show-on-wall', choice: before?.about.choice ?? { kind: 'auto' } }
  },
  'wall-page-turned': () => why.turn,
  'boards-merged': ({ at }, { view }) =>
    view.merge.canUndo && view.merge.lastAt === at ? { type: 'undo-merge' } : why.already,
  'merge-undone': () => why.mergeAgain,
  'cards-brought': () => why.cardsByHand,
  'cards-put-back': () => why.bringAgain,
  'names-shown': ({ on }, { view }) =>
    view.namesChosen === on ? { type: 'show-names', on: !on } : why.already,
  'images-allowed': ({ on }, { view }) =>
    view.imagesAllowed === on ? { type: 'allow-images', on: !on } : why.already,
  'only-notes-asked': (_about, { view }) =>
    view.notesOnly ? { type: 'only-notes', on: false } : why.already,
  'every-tool-given': (_about, { view }) =>
    view.notesOnly ? why.already : { type: 'only-notes', on: true },
  'groups-frozen': ({ on }, { view }) =>
    (view.groupsFrozen ?? false) === on ? { type: 'freeze-groups', on: !on } : why.already,
  'remark-taken-away': ({ id }, { view }) =>
    id !== undefined && view.takenAway?.some((each) => each.id === id) === true
      ? { type: 'put-back', id }
      : why.already,
  'more-taken-away': () => why.bySelf,
  'remark-put-back': () => why.takeAwayAgain,
  'version-saved': () => why.kept,
  'vision-arranged': takeBack,
  'arrangement-undone': takeBack,
  'words-chosen': ({ id = '', text }, { later }) => {
    if (text === 'open') return why.chooseAgain
    const isLater = later.some(({ type, about }) => type === 'words-chosen' && about.id === id)
    return isLater ? why.already : { type: 'choose-words', recordId: id, words: 'open' }
  },
  'statement-verified': () => why.byMaker,
  'hand-raised': ({ id }, { view }) => {
    const hand = view.hands?.find((each) => each.id === id)
    return hand === undefined ? why.already : { type: 'lower-hand', hand: hand.number }
  },
  'hand-lowered': () => why.byThemselves,
  'hands-lowered': () => why.byThemselves,
  'question-asked': ({ id }, { view }) =>
    isOpen(view, id) ? { type: 'close-question', questionId: id ?? '' } : why.already,
  'answers-revealed': ({ id }, { view }) =>
    questionIn(view, id)?.isRevealed === true
      ? { type: 'hide-answers', questionId: id ?? '' }
      : why.already,
  'answers-hidden': ({ id }, { view }) =>
    questionIn(view, id)?.isRevealed === false
      ? { type: 'reveal-answers', questionId: id ?? '' }
      : why.already,
  'question-closed': ({ id }, { view, later }) => {
    const isAbout = ({ type, about }: CourseEvent): boolean =>
      about.id === id && (type === 'question-reopened' || type === 'question-closed')
    if (id === undefined || later.some(isAbout)) return why.already
    const isGone = later.some(({ type, about }) => type === 'ballots-destroyed' && about.id === id)
    if (isGone) return why.noBallots
    const isAsked = view.questions?.some((each) => each.isOpen) === true
    return isAsked ? why.asksNow : { type: 'reopen-question', questionId: id }
  },
  'question-reopened': ({ id }, { view }) =>
    isOpen(view, id) ? { type: 'close-question', questionId: id ?? '' } : why.already,
  'ballots-destroyed': () => why.bySelf,
  'question-shown': ({ id = '', on }, { view, later }) => {
    if (has(later, 'went-to-step')) return why.movedOn
    const isShown = view.question?.id === id
    return isShown === on && questionIn(view, id)?.isOpen === false
      ? { type: 'show-question', questionId: id, on: !isShown }
      : why.already
  },
  'critique-answered': ({ id: critique = '', text }, { view, earlier }) => {
    const now = view.questions?.find(({ replies }) => replies?.[critique] !== undefined)
    if (now?.replies?.[critique] !== text) return why.already
    const before = earlier.find(
      ({ type, about }) => type === 'critique-answered' && about.id === critique,
    )
    return { type: 'answer-critique', critique, answer: before?.about.text ?? null }
  },
}

/** A decision about the vision, by its number. */
function takeBack({ id = '' }: CourseEvent['about'], { later }: Around): ClientCommand | string {
  const isUndone = later.some(
    ({ type, about }) => type === 'arrangement-undone' && about.count === Number(id),
  )
  return isUndone ? why.already : { type: 'undo-arrangement', number: Number(id) }
}

/** What may still be given when the session is over. */
const afterEnd: readonly ClientCommand['type'][] = ['reopen-session', 'put-back', 'turn-wall-page']

/**
 * How something that happened is taken back now, or why it cannot be.
 *
 * @param events - What happened, the last first.
 */
export function wayBackOf(
  event: CourseEvent,
  events: readonly CourseEvent[],
  view: SessionView,
): WayBack {
  const place = Math.max(0, events.indexOf(event))
  const around = { view, later: events.slice(0, place), earlier: events.slice(place + 1) }
  const found = waysBack[event.type](event.about, around)
  if (typeof found === 'string') return { why: found }
  if (view.endedAt !== undefined && !afterEnd.includes(found.type)) return { why: why.over }
  return { command: found }
}

/** The same of everything that happened, the last first. */
export function waysBackOf(
  events: readonly CourseEvent[],
  view: SessionView,
): ReadonlyMap<CourseEvent, WayBack> {
  return new Map(events.map((event) => [event, wayBackOf(event, events, view)]))
}

function has(events: readonly CourseEvent[], wanted: CourseEvent['type']): boolean {
  return events.some(({ type }) => type === wanted)
}

/** Whether minutes were taken off again: of several alike, the last that were added go first. */
function isTakenOff(minutes: number, later: readonly CourseEvent[]): boolean {
  let standing = 1
  for (const { type, about } of later.toReversed()) {
    if (type !== 'minutes-added') continue
    if (about.minutes === minutes) standing += 1
    if (about.minutes === -minutes) standing -= 1
    if (standing === 0) return true
  }
  return false
}

function questionIn(view: SessionView, id: string | undefined) {
  return view.questions?.find((each) => each.id === id)
}

function isOpen(view: SessionView, id: string | undefined): boolean {
  return questionIn(view, id)?.isOpen === true
}

function isHere(view: SessionView, personId: string | undefined): boolean {
  return view.people?.some(({ id, hasLeft }) => id === personId && !hasLeft) === true
}

function isScribe(view: SessionView, personId: string | undefined): boolean {
  return view.people?.some(({ id, isScribe: is }) => id === personId && is === true) === true
}
