import { parentPort } from 'node:worker_threads'
import { visionContent } from '@stip/report'
import type { VisionContent } from '@stip/report'
import { boardPictures, DrawnLetters, drawingPicture, writeDocument } from '@stip/report/files'
import { failureOf } from '../storage/log/log-messages.ts'
import type { ReportAnswer, ReportQuestion, ReportTask, TitledPicture } from './report-messages.ts'
import { readTypefaces } from './typefaces.ts'

const typefaces = readTypefaces()

/**
 * The thread in which documents of versions are written, and boards drawn for them: setting a full evening
 * takes a second, in which nobody's pen should wait. It knows nothing but what it is handed.
 */
async function answer(question: ReportQuestion): Promise<ReportAnswer> {
  const { id } = question
  try {
    return question.task === 'document'
      ? { id, kind: 'made', bytes: await documentOf(question) }
      : { id, kind: 'drawn', pictures: drawnOf(question) }
  } catch (error) {
    return { id, kind: 'failed', failure: failureOf(error) }
  }
}

type Task<Name> = Extract<ReportTask, { readonly task: Name }>

function documentOf(wanted: Task<'document'>): Promise<Uint8Array> {
  const { content, before, pictures } = wanted
  const means = {
    typefaces,
    pictures: new Map(pictures.map(({ hash, bytes }) => [hash, bytes])),
    before: before === undefined ? undefined : read(before),
  }
  return writeDocument(read(content), wanted, means)
}

function drawnOf({ records, drawing }: Task<'picture'>): readonly TitledPicture[] {
  const letters = new DrawnLetters(typefaces.regular)
  if (drawing === undefined) return boardPictures(records, letters)
  const picture = drawingPicture(drawing, records, letters)
  return picture === undefined ? [] : [{ ...picture, title: '' }]
}

function read(content: string): VisionContent {
  return visionContent(JSON.parse(content) as VisionContent)
}

parentPort?.on('message', (question: ReportQuestion) => {
  void answer(question).then((said) => parentPort?.postMessage(said, []))
})
