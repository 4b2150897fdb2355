import { zoneRecord } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { changeFields, createRecord, readRecord } from '@stip/documents'
import type { BoardId } from '@stip/primitives'
import type { Room } from '@stip/sync/room'
import { areaOf, boardsOfStep, drawnZones } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import type * as Y from 'yjs'
import { groupColor } from './group-colors.ts'

/**
 * Makes sure that a board has the zones of every step that was opened on it. Of zones that are there
 * only the name of their group is kept up, so this may run as often as one likes, also after a crash
 * half-way.
 */
export async function drawStepAreas(room: Room, session: Session, boardId: BoardId): Promise<void> {
  const wanted = zonesOf(session, boardId)
  await room.settled()
  const toWrite = room.read((doc) => wanted.filter((record) => !isThere(doc, record)))
  if (toWrite.length === 0) return
  await room.edit((doc) => {
    for (const record of toWrite) {
      if (readRecord(doc, record.id) === undefined) createRecord(doc, record, { isTemplate: true })
      else if (!isThere(doc, record))
        changeFields(doc, record.id, { 'p.title': record.props['title'] ?? '' })
    }
  })
}

/** Whether a zone stands on a board, with the name that its group has now. */
function isThere(doc: Y.Doc, record: BoardRecord): boolean {
  const stored = readRecord(doc, record.id)
  if (stored === undefined) return false
  const isOfGroup = record.props['letter'] !== ''
  return !isOfGroup || stored.record.props['title'] === record.props['title']
}

/** The titles and zones that belong on a board, as locked records whose ids follow from step and zone. */
function zonesOf(session: Session, boardId: BoardId): readonly BoardRecord[] {
  return session.steps.openedSteps.flatMap((position, turn) => {
    const step = session.steps.agenda.steps[position]
    const area = areaOf(session, position)
    if (step?.board === undefined || area === undefined) return []
    if (!boardsOfStep(session, position).includes(boardId)) return []
    const title = zoneRecord({
      id: `shape:step-${step.id}`,
      x: area.x + titleInset,
      y: area.y + titleInset,
      w: area.w - 2 * titleInset,
      h: titleHeight,
      title: `${position + 1} · ${step.title}`,
      question: '',
      color: 'white',
      style: 'label',
      letter: '',
      index: backgroundIndex(turn, 0),
    })
    const zones = drawnZones(session, position).map((zone, place) =>
      zoneRecord({
        id: `shape:${zone.name}`,
        x: zone.x,
        y: zone.y,
        w: zone.width,
        h: zone.height,
        title: zone.title,
        question: zone.question,
        color: zone.group === undefined ? zone.color : groupColor(session, zone.group),
        style: 'area',
        letter: zone.group?.letter ?? '',
        index: backgroundIndex(turn, place + 1),
        kind: zone.kind,
        isForKeyCards: zone.isForKeyCards === true,
      }),
    )
    return [title, ...zones]
  })
}

/** The title of the step stands in the strip that formats leave free above their zones, in board pixels. */
const titleInset = 40
const titleHeight = 100

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * A fractional index below all that people make (theirs begin at 'a1'): 'Y' and two digits is a
 * negative number in that notation, and later ones lie higher.
 */
function backgroundIndex(turn: number, place: number): string {
  return `Y${digits[turn % 62] ?? '0'}${digits[place % 62] ?? '0'}`
}
