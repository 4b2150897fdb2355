import { parentPort } from 'node:worker_threads'
import { visionContent } from '@stip/report'
import type { VisionContent } from '@stip/report'
import { writeDocument } from '@stip/report/files'
import { failureOf } from '../storage/log/log-messages.ts'
import type { ReportAnswer, ReportQuestion } from './report-messages.ts'
import { readTypefaces } from './typefaces.ts'

const typefaces = readTypefaces()

/**
 * The thread in which documents of versions are written: setting a full evening takes a second, in which
 * nobody's pen should wait. It knows nothing but what it is handed.
 */
async function answer(question: ReportQuestion): Promise<ReportAnswer> {
  const { id, content, before, pictures } = question
  try {
    const means = {
      typefaces,
      pictures: new Map(pictures.map(({ hash, bytes }) => [hash, bytes])),
      before: before === undefined ? undefined : read(before),
    }
    return { id, kind: 'made', bytes: await writeDocument(read(content), question, means) }
  } catch (error) {
    return { id, kind: 'failed', failure: failureOf(error) }
  }
}

function read(content: string): VisionContent {
  return visionContent(JSON.parse(content) as VisionContent)
}

parentPort?.on('message', (question: ReportQuestion) => {
  void answer(question).then((said) => parentPort?.postMessage(said, []))
})
