import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { cardsOnVision } from '@stip/board'
import type { SourceBoard, StoredRecord } from '@stip/board'
import { readBoard, storedAsShown } from '@stip/documents'
import {
  meanVectors,
  noProposals,
  proposalsFor,
  withoutNotSame,
  wordsToPlace,
} from '@stip/similarity'
import type { BoardId } from '@stip/primitives'
import type { Embed, Note, Proposals } from '@stip/similarity'
import { openBoard, versionNow } from '../board-thread/board-on-disk.ts'
import type { BoardsOnDisk } from '../board-thread/board-on-disk.ts'
import type { Failed } from '../board-thread/asked-thread.ts'
import { inTransaction } from '../storage/database/transaction.ts'
import { failureOf } from '../storage/log/log-messages.ts'
import { openLogToRead } from '../storage/log/log-tables.ts'
import { readStored } from '../vision/read-stored.ts'
import { missingNotes } from './missing-notes.ts'
import type {
  CardsAsked,
  NotesAsked,
  ProposalAnswer,
  ProposalQuestion,
  ProposalsMade,
  ThreadData,
} from './proposal-questions.ts'
import { WordVectors, WrongVectors } from './word-vectors.ts'

const { folder, wordVectors } = workerData as ThreadData
const vectors = wordVectors === undefined ? undefined : new WordVectors(wordVectors)

/** What was compared last, so that a press on "not the same" compares nothing anew. */
let compared: { readonly notes: string; readonly found: Compared } | undefined

interface Compared extends Pick<ProposalsMade, 'wrongVectors'> {
  readonly proposals: Proposals
}

/**
 * The thread in which cards are compared. That takes up to seconds of work, and reading the boards
 * that they stand on as much: neither is anything for the thread of the pens. It never writes.
 */
function answer(question: ProposalQuestion): ProposalAnswer | Failed {
  const { id } = question
  const database = openLogToRead(folder)
  try {
    if (database === undefined) throw new Error('There are no boards.')
    return question.kind === 'missing'
      ? { id, kind: 'missing', json: missingIn(database, question) }
      : proposalsIn(database, id, question)
  } catch (error) {
    return { id, kind: 'failed', failure: failureOf(error) }
  } finally {
    database?.close()
  }
}

function missingIn(database: BoardsOnDisk, { vision, boards, frame }: NotesAsked): Uint8Array {
  const { onVision, sources } = inTransaction(
    database,
    () => ({ onVision: storedOn(database, vision), sources: sourcesIn(database, boards) }),
    'BEGIN',
  )
  const shown = { vision: readStored(onVision, frame), onVision, boards: sources }
  return new TextEncoder().encode(JSON.stringify(missingNotes(shown)))
}

function proposalsIn(database: BoardsOnDisk, id: number, question: CardsAsked): ProposalAnswer {
  const { notSame, known } = question
  const now = inTransaction(database, () => read(database, question), 'BEGIN')
  if (now === undefined) return { id, kind: 'same' }
  const { versions, notes } = now
  const written = JSON.stringify(notes)
  const digest = createHash('sha256').update(written).update(JSON.stringify(notSame))
  const name = digest.digest('base64')
  if (name === known?.digest) return { id, kind: 'same-cards', versions }
  const found = compared?.notes === written ? compared.found : compareAll(notes)
  compared = { notes: written, found }
  const json = new TextEncoder().encode(
    JSON.stringify(answerOf(withoutNotSame(found.proposals, notSame))),
  )
  const { wrongVectors } = found
  return { id, kind: 'made', versions, digest: name, json, wrongVectors }
}

/** Whether one group said the same twice is for that group to see. */
function compareAll(notes: readonly Note[]): Compared {
  const { embed, wrongVectors } = embedding(notes)
  const proposals = proposalsFor(notes, embed)
  const groups = new Set(notes.map(({ board }) => board))
  const { clusters } = proposals
  return { proposals: groups.size > 1 ? proposals : { ...noProposals, clusters }, wrongVectors }
}

function answerOf({ clusters, ...proposals }: Proposals) {
  return {
    ...proposals,
    clusters: clusters.map(({ name, ids }) => ({ name, cards: ids })),
  }
}

/** By the file of the administrator; with one that is wrong, as without. */
function embedding(notes: readonly Note[]): {
  readonly embed?: Embed
  readonly wrongVectors?: string
} {
  if (vectors === undefined) return {}
  const texts = notes.map(({ text }) => text)
  try {
    const known = vectors.of(wordsToPlace(texts))
    return { embed: meanVectors(texts, (word) => known.get(word)) }
  } catch (error) {
    if (!(error instanceof WrongVectors)) throw error
    return { wrongVectors: error.message }
  }
}

interface Read {
  readonly versions: string
  readonly notes: readonly Note[]
}

/** The cards as notes to compare; undefined when no board changed since. */
function read(
  database: BoardsOnDisk,
  { vision, boards, notSame, known }: CardsAsked,
): Read | undefined {
  const versions = [vision, ...boards.map(({ board }) => board)]
    .map((board) => `${board} ${versionNow(database, board) ?? ''}`)
    .concat(JSON.stringify(notSame))
    .join('\n')
  if (versions === known?.versions) return undefined
  const cards = cardsOnVision({
    vision: storedOn(database, vision),
    boards: sourcesIn(database, boards),
  })
  const notes = cards.map(({ id, groups, words, zone }) => ({
    id,
    board: groups.join(' '),
    ...(zone !== '' && { zone }),
    text: words,
  }))
  return { versions, notes }
}

function storedOn(database: BoardsOnDisk, board: BoardId): readonly StoredRecord[] {
  return readBoard(openBoard(database, board).doc)
}

function sourcesIn(database: BoardsOnDisk, boards: CardsAsked['boards']): readonly SourceBoard[] {
  return boards.map((source) => ({
    ...source,
    records: storedAsShown(storedOn(database, source.board)),
  }))
}

parentPort?.on('message', (question: ProposalQuestion) => {
  const said = answer(question)
  parentPort?.postMessage(said, 'json' in said ? [said.json.buffer as ArrayBuffer] : [])
})
