import type { Ballot } from '@stip/api'
import type { TestSession } from './a-server.ts'
import type { Device, Refused } from './device.ts'

/** The question that is open now, on the screen of the facilitator. */
export async function openQuestionOf(session: TestSession) {
  const { questions = [] } = await session.view()
  const question = questions.find(({ isOpen }) => isOpen)
  if (question === undefined) throw new Error('No question is open.')
  return question
}

/** Asks one statement, "Kun je hiermee leven?". */
export async function askConsent(session: TestSession) {
  await session.command({
    type: 'ask',
    topic: 'poll',
    kind: 'consent',
    items: [{ id: 'zin', text: 'Wij laten los' }],
  })
  return openQuestionOf(session)
}

/** The same, answered by somebody who came in for it, and closed. */
export async function aClosedQuestion(session: TestSession): Promise<string> {
  const { id } = await askConsent(session)
  const { device } = await session.newParticipant()
  await device.post(ballotPath(session.id, id), yes())
  await session.command({ type: 'close-question', questionId: id })
  return id
}

/** Where ballots of a question go. */
export function ballotPath(sessionId: string, questionId: string, as = 'participant'): string {
  return `/api/sessions/${sessionId}/questions/${questionId}/ballot?as=${as}`
}

/** Answers the one thing that is asked. */
export function yes(item = 'zin'): Ballot {
  return { answers: [{ item, value: 'yes' }] }
}

/** The same, with a reason why not. */
export function no(reason: string, own: string[] = [], item = 'zin'): Ballot {
  return { answers: [{ item, value: 'no-because', reason, own }] }
}

/** The code with which a ballot is refused. */
export async function refusalOf(device: Device, path: string, body: unknown): Promise<string> {
  const { code }: Refused = await device.postRefused(path, body)
  return code
}
