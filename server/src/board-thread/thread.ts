import { parentPort, workerData } from 'node:worker_threads'
import { inTransaction } from '../storage/database/transaction.ts'
import { failureOf } from '../storage/log/log-messages.ts'
import { openLogToRead } from '../storage/log/log-tables.ts'
import { boardFile } from './board-file.ts'
import { openBoard, versionNow, versionOf } from './board-on-disk.ts'
import type { BoardsOnDisk } from './board-on-disk.ts'
import { makeChange, newsOf, standingOf } from './make-change.ts'
import type { Boards } from './make-change.ts'
import { ShownBoards } from './shown-boards.ts'
import { wholeBoard } from './whole-board.ts'
import type { BoardAnswer, BoardQuestion, FileWanted, MomentWanted } from './questions.ts'

const { folder } = workerData as { readonly folder: string }
const shownBoards = new ShownBoards()

/**
 * The thread in which boards are read as they are on the disk, to make something of them: files,
 * moments, edits. Reading a full board and writing it down takes up to a second, in which nobody's
 * pen should wait. It never writes.
 */
function answer(question: BoardQuestion): BoardAnswer {
  const { id } = question
  const database = openLogToRead(folder)
  try {
    if (database === undefined) throw new Error('There are no boards.')
    return inTransaction(database, () => ({ id, ...made(database, question) }), 'BEGIN')
  } catch (error) {
    return { id, kind: 'failed', failure: failureOf(error) }
  } finally {
    database?.close()
  }
}

type Made<Answer = BoardAnswer> = Answer extends unknown ? Omit<Answer, 'id'> : never

function made(database: BoardsOnDisk, question: BoardQuestion): Made {
  switch (question.kind) {
    case 'file':
      return fileOf(database, question)
    case 'moment':
      return momentOf(database, question)
    case 'whole':
      return wholeBoard(database, question.boardId)
    case 'change':
      return makeChange(question, boardsIn(database))
    case 'news':
      return { kind: 'news', boards: newsOf(question, boardsIn(database)) }
    default:
      return question satisfies never
  }
}

function boardsIn(database: BoardsOnDisk): Boards {
  return {
    open: (boardId) => openBoard(database, boardId).doc,
    shown: (boardId) => shownBoards.of(database, boardId),
  }
}

function fileOf(database: BoardsOnDisk, question: FileWanted): Made {
  const { boardId, knownVersion } = question
  const now = versionNow(database, boardId)
  if (now !== undefined && now === knownVersion) return { kind: 'same' }
  const { doc, head: read } = openBoard(database, boardId)
  const bytes = new TextEncoder().encode(boardFile(doc, { ...question, folder }))
  return { kind: 'file', version: versionOf(read), bytes }
}

function momentOf(database: BoardsOnDisk, { boardId, knownDigest }: MomentWanted): Made {
  const standing = standingOf(openBoard(database, boardId).doc)
  const isSame = knownDigest !== undefined && Buffer.compare(knownDigest, standing.digest) === 0
  return isSame ? { kind: 'same' } : { kind: 'moment', ...standing }
}

/** What nobody here needs any more. */
function handedOver(said: BoardAnswer): ArrayBuffer[] {
  if (said.kind === 'file') return [said.bytes.buffer as ArrayBuffer]
  if (said.kind === 'whole') return [said.update.buffer as ArrayBuffer]
  return said.kind === 'change' ? [said.update.buffer as ArrayBuffer] : []
}

parentPort?.on('message', (question: BoardQuestion) => {
  const said = answer(question)
  parentPort?.postMessage(said, handedOver(said))
})
