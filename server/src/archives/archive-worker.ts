import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { ArchiveRefusedError } from '@stip/report/archive'
import { failureOf } from '../storage/log/log-messages.ts'
import type { ArchiveAnswer, ArchiveQuestion } from './opened-archive.ts'
import { readArchive } from './read-archive.ts'

/**
 * The thread in which archives are read that somebody sent: unpacking one and looking through every board of it takes
 * seconds, in which nobody's pen should wait. It writes nothing.
 */
function answer({ id, path }: ArchiveQuestion): ArchiveAnswer {
  try {
    return { id, kind: 'opened', archive: readArchive(readFileSync(path)) }
  } catch (error) {
    if (error instanceof ArchiveRefusedError) return { id, kind: 'refused', problem: error.problem }
    return { id, kind: 'failed', failure: failureOf(error) }
  }
}

/** What is large, and nobody here needs any more. */
function handedOver(said: ArchiveAnswer): ArrayBuffer[] {
  if (said.kind !== 'opened') return []
  const { images, boards } = said.archive
  const bytes = [...images, ...boards.map(({ update }) => update)]
  return bytes.map(({ buffer }) => buffer as ArrayBuffer)
}

parentPort?.on('message', (question: ArchiveQuestion) => {
  const said = answer(question)
  parentPort?.postMessage(said, handedOver(said))
})
