import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { cardsOnVision } from '@stip/board'
import { readBoard, storedAsShown } from '@stip/documents'
import { meanVectors, noProposals, proposalsFor, wordsToPlace } from '@stip/similarity'
import type { Embed, Note } from '@stip/similarity'
import { openBoard, versionNow } from '../board-thread/board-on-disk.ts'
import type { BoardsOnDisk } from '../board-thread/board-on-disk.ts'
import type { Failed } from '../board-thread/asked-thread.ts'
import { inTransaction } from '../storage/database/transaction.ts'
import { failureOf } from '../storage/log/log-messages.ts'
import { openLogToRead } from '../storage/log/log-tables.ts'
import type {
  ProposalAnswer,
  ProposalQuestion,
  ProposalsMade,
  ThreadData,
} from './proposal-questions.ts'
import { WordVectors, WrongVectors } from './word-vectors.ts'

const { folder, wordVectors } = workerData as ThreadData
const vectors = wordVectors === undefined ? undefined : new WordVectors(wordVectors)

/**
 * The thread in which cards are compared. That takes up to seconds of work, and reading the boards
 * that they stand on as much: neither is anything for the thread of the pens. It never writes.
 */
function answer(question: ProposalQuestion): ProposalAnswer | Failed {
  const { id } = question
  const database = openLogToRead(folder)
  try {
    if (database === undefined) throw new Error('There are no boards.')
    const found = inTransaction(database, () => read(database, question), 'BEGIN')
    if (found === undefined) return { id, kind: 'same' }
    const { versions, notes } = found
    const digest = createHash('sha256').update(JSON.stringify(notes)).digest('base64')
    if (digest === question.known?.digest) return { id, kind: 'same-cards', versions }
    return { id, kind: 'made', versions, digest, ...proposed(notes) }
  } catch (error) {
    return { id, kind: 'failed', failure: failureOf(error) }
  } finally {
    database?.close()
  }
}

/** Whether one group said the same twice is for that group to see. */
function proposed(notes: readonly Note[]): Pick<ProposalsMade, 'proposals' | 'wrongVectors'> {
  const { embed, wrongVectors } = embedding(notes)
  const proposals = proposalsFor(notes, embed)
  const groups = new Set(notes.map(({ board }) => board))
  const { clusters } = proposals
  return { proposals: groups.size > 1 ? proposals : { ...noProposals, clusters }, wrongVectors }
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
  { vision, boards, known }: ProposalQuestion,
): Read | undefined {
  const versions = [vision, ...boards.map(({ board }) => board)]
    .map((board) => `${board} ${versionNow(database, board) ?? ''}`)
    .join('\n')
  if (versions === known?.versions) return undefined
  const cards = cardsOnVision({
    vision: readBoard(openBoard(database, vision).doc),
    boards: boards.map((source) => ({
      ...source,
      records: storedAsShown(readBoard(openBoard(database, source.board).doc)),
    })),
  })
  const notes = cards.map(({ id, groups, words, zone }) => ({
    id,
    board: groups.join(' '),
    ...(zone !== '' && { zone }),
    text: words,
  }))
  return { versions, notes }
}

parentPort?.on('message', (question: ProposalQuestion) => {
  parentPort?.postMessage(answer(question), [])
})
