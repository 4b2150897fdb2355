import {
  appliedWrites,
  bringCards,
  chooseWords,
  collect,
  fillZones,
  planMerge,
  planRestore,
  planUndo,
  planUndoRestore,
  putCardsBack,
} from '@stip/board'
import type {
  AppliedWrite,
  BoardChanges,
  MergeSummary,
  SourceBoard,
  StoredRecord,
  Write,
} from '@stip/board'
import { applyWrites, readBoard } from '@stip/documents'
import type { BoardId, RecordId } from '@stip/primitives'
import * as Y from 'yjs'
import { packed, readKept, written } from '../history/kept-records.ts'
import { packApplied, unpackApplied } from '../storage/stores/applied.ts'
import type {
  Change,
  ChangeMade,
  ChangeWanted,
  Collecting,
  NewsWanted,
  Standing,
} from './questions.ts'

/** Boards as they are on disk. */
export interface Boards {
  /** The document of a board, which may be changed. */
  readonly open: (boardId: BoardId) => Y.Doc
  /** What people see on a board; nobody changes it. */
  readonly shown: (boardId: BoardId) => readonly StoredRecord[]
}

/** Records that are written in one part: a few milliseconds of work for who applies it. */
const RECORDS_IN_A_PART = 50
/** So many records tell whether an edit reached the board, whatever people did to some of them. */
const WITNESSES = 200

/** Plans an edit of a board and writes it down, for who applies it to the board as it is on disk. */
export function makeChange(
  { boardId, clientId, change }: Omit<ChangeWanted, 'kind'>,
  boards: Boards,
): ChangeMade {
  const doc = boards.open(boardId)
  const board = readBoard(doc)
  const before = change.kind === 'restore' ? standingOf(doc, board) : undefined
  const { writes: all, summary } = planned(change, board, boards)
  // What was taken away stays so, whatever stood there when this was done first.
  const away = new Set(board.flatMap((each) => (each.isTakenAway ? [each.record.id] : [])))
  const writes = all.filter((write) => !away.has(nameOf(write)))
  const applied = appliedWrites(writes, board)
  const base = Y.encodeStateVector(doc)
  const parts = writtenInParts(doc, clientId, writes)
  return {
    kind: 'change',
    count: writes.length,
    base,
    update: parts.length === 0 ? new Uint8Array() : Y.encodeStateAsUpdate(doc, base),
    parts,
    whole: Y.encodeStateAsUpdate(doc),
    applied: packApplied(applied),
    witnesses: witnessesOf(applied),
    summary,
    before,
  }
}

/** What a merge or a collecting would bring, by the function that plans it. */
export function newsOf(
  { boardId, change }: Omit<NewsWanted, 'kind'>,
  boards: Boards,
): readonly BoardChanges[] {
  return planned(change, readBoard(boards.open(boardId)), boards).boards ?? []
}

/** What stands on a board, as it is kept. */
export function standingOf(doc: Y.Doc, board: readonly StoredRecord[] = readBoard(doc)): Standing {
  const { json, digest } = written(board)
  return { digest, clocks: Y.encodeStateVector(doc), records: packed(json) }
}

interface Planned {
  readonly writes: readonly Write[]
  readonly summary?: MergeSummary
  readonly boards?: readonly BoardChanges[]
}

function planned(change: Change, board: readonly StoredRecord[], onDisk: Boards): Planned {
  switch (change.kind) {
    case 'merge':
      return planMerge({ boards: read(change.boards, onDisk), vision: board, merge: change.number })
    case 'collect':
      return collect({ ...change, ...from(change, board, onDisk) })
    case 'fill':
      return fillZones({ ...change, ...from(change, board, onDisk) })
    case 'bring-cards':
      return bringCards({ ...change, ...from(change, board, onDisk) })
    case 'put-cards-back':
      return { writes: putCardsBack(board, change.cards) }
    case 'choose-words':
      return { writes: chooseWords(board, change) }
    case 'undo-merge':
      return { writes: planUndo(unpackApplied(change.applied), board) }
    case 'undo-restore':
      return { writes: planUndoRestore(unpackApplied(change.applied), board) }
    case 'restore':
      return { writes: planRestore(readKept(change.records), board) }
    default:
      return change satisfies never
  }
}

function from({ boards, number }: Collecting, vision: readonly StoredRecord[], onDisk: Boards) {
  return { boards: read(boards, onDisk), vision, merge: number }
}

function read(boards: Collecting['boards'], { shown }: Boards): readonly SourceBoard[] {
  return boards.map((source) => ({ ...source, records: shown(source.board) }))
}

function writtenInParts(doc: Y.Doc, clientId: number, writes: readonly Write[]): Uint8Array[] {
  const parts: Uint8Array[] = []
  doc.clientID = clientId
  doc.on('update', (update) => void parts.push(update))
  for (let from = 0; from < writes.length; from += RECORDS_IN_A_PART) {
    doc.transact(() => applyWrites(doc, writes.slice(from, from + RECORDS_IN_A_PART)))
  }
  return parts
}

function nameOf(write: Write): RecordId {
  return write.kind === 'create' ? write.record.id : write.id
}

/** Those that say something come first. */
function witnessesOf(applied: readonly AppliedWrite[]): readonly AppliedWrite[] {
  return applied.filter(({ after }) => Object.keys(after).length > 0).slice(0, WITNESSES)
}
