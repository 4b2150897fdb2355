import { copyId, outlineOf, wordsOn } from '@stip/board'
import type { OutlineItem, StoredRecord } from '@stip/board'
import { liveOf, readBoard, readRecord } from '@stip/documents'
import type { RecordId } from '@stip/primitives'
import { drawnZones, questionLimits } from '@stip/workshop'
import type { QuestionItem, QuestionTopic, Session, SessionBoard } from '@stip/workshop'
import type * as Y from 'yjs'

interface Wanted {
  readonly session: Session
  readonly board: SessionBoard
  readonly topic: QuestionTopic
  /** Undefined: all that is to be asked about there. */
  readonly records: readonly RecordId[] | undefined
}

/**
 * What a question is about, as it stands on a board now, under the names that it has on the vision. A group
 * is not asked whether it said what it said itself. Undefined when something of it is not there, or says nothing.
 */
export function itemsOn(
  doc: Y.Doc,
  { session, board, topic, records }: Wanted,
): readonly QuestionItem[] | undefined {
  const wanted = records ?? toAskAbout(doc, session, board, topic)
  const found = wanted.map((id) => readRecord(doc, id))
  const items = found.flatMap((stored) => {
    const item = stored && itemOf(stored, board)
    return item === undefined ? [] : [topic === 'recognition' ? item : withoutGroup(item)]
  })
  return items.length === wanted.length ? items : undefined
}

function itemOf(stored: StoredRecord, { id, groupId }: SessionBoard): QuestionItem | undefined {
  const { record, isGone, isTemplate, sources } = stored
  const text = wordsOn(record).trim()
  if (isGone || isTemplate || text === '') return undefined
  const groups = new Set(sources.map(({ group }) => group).filter((group) => group !== ''))
  const [only] = groups
  const notFor = groupId ?? (groups.size === 1 ? only : undefined)
  // As it is called once it comes to the vision, so that what was answered is found there.
  const name = groupId === undefined ? record.id : copyId(id, record.id)
  return { id: name, text, ...(notFor !== undefined && { notFor }) }
}

function withoutGroup({ id, text }: QuestionItem): QuestionItem {
  return { id, text }
}

/** On the board of a group its hoofdpunten, on any other the sentences of the step that came last. */
function toAskAbout(
  doc: Y.Doc,
  session: Session,
  board: SessionBoard,
  topic: QuestionTopic,
): readonly RecordId[] {
  const { sections } = outlineOf(liveOf(readBoard(doc)))
  const isCards = board.groupId !== undefined || topic === 'recognition'
  const items = isCards
    ? sections.flatMap(({ items: all }) => all).filter(({ isKeyCard }) => isKeyCard)
    : lastSentences(sections, session)
  return items
    .filter(hasWords)
    .map(({ id }) => id)
    .slice(0, questionLimits.items)
}

function lastSentences(
  sections: ReturnType<typeof outlineOf>['sections'],
  session: Session,
): readonly OutlineItem[] {
  const bySection = new Map(sections.map(({ id, items }) => [id, items]))
  const inOrder = session.steps.openedSteps.toSorted((one, other) => one - other)
  const written = inOrder.map((position) =>
    drawnZones(session, position)
      .filter(isForSentences)
      .flatMap(({ name }) => (bySection.get(`shape:${name}`) ?? []).filter(hasWords)),
  )
  return written.findLast((items) => items.length > 0) ?? []
}

function isForSentences({
  kind,
  title,
}: {
  readonly kind: string
  readonly title: string
}): boolean {
  return kind === 'text' || /^dit (?:bieden|vragen) wij$/i.test(title.trim())
}

function hasWords({ kind, text }: OutlineItem): boolean {
  return (kind === 'text' || kind === 'note') && text.trim() !== ''
}
