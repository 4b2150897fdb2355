import type { Problem } from '@stip/api'
import { nl } from '../../texts/nl.ts'
import { again } from './again.ts'
import { LimitReached, limitedFetch } from './limited-fetch.ts'

/** What came of a question to the server. `status` is 0 when the server was not reached. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly status: number; readonly problem: Problem }

/** How long the server may think about it, in milliseconds. */
export const limitMs = { usual: 8_000, soon: 5_000, work: 15_000, long: 60_000 } as const

type Request = Omit<RequestInit, 'signal'>

interface Question {
  readonly limitMs?: number
  /** False for who comes back by itself. */
  readonly isRepeated?: boolean
}

/**
 * Asks for something, which may be done as often as one likes.
 *
 * @param cache - 'default' for what is the same for good.
 */
export function get<Value>(
  path: string,
  question: Question = {},
  cache: RequestCache = 'no-store',
): Promise<Answer<Value>> {
  return askUntilAnswered(path, { method: 'GET', cache }, question)
}

/** Takes something away; what is away already stays away. */
export function remove<Value>(path: string): Promise<Answer<Value>> {
  return askUntilAnswered(path, { method: 'DELETE' }, {})
}

/**
 * Has the server do something, once: an answer that was lost is asked for again with the same key.
 *
 * @param key - Of what a person wants, made by `newKey`; the server carries out each key once.
 */
export function post<Value>(
  path: string,
  body: unknown,
  key: string,
  question: Question = {},
): Promise<Answer<Value>> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  return askUntilAnswered(path, { method: 'POST', headers, body: JSON.stringify(body) }, question)
}

function askUntilAnswered<Value>(
  path: string,
  request: Request,
  { limitMs: ms = limitMs.usual, isRepeated = true }: Question,
): Promise<Answer<Value>> {
  const ask = (): Promise<Answer<Value>> => askOnce(path, request, ms)
  return isRepeated ? again(ask, isLost) : ask()
}

async function askOnce<Value>(path: string, request: Request, ms: number): Promise<Answer<Value>> {
  const all = { credentials: 'same-origin', cache: 'no-store', ...request, limitMs: ms } as const
  try {
    return await limitedFetch(path, all, readAnswer<Value>)
  } catch (error) {
    // Not reached, cut off half-way or too late; that is an answer too.
    return error instanceof LimitReached ? noAnswer : noConnection
  }
}

async function readAnswer<Value>(response: Response): Promise<Answer<Value>> {
  const text = await response.text()
  const content = contentOf(text)
  if (!response.ok) {
    return refusal(response.status, isProblem(content) ? content : unexplained)
  }
  // What stands in between may answer in our place, or leave off the end.
  if (content === undefined && text !== '') throw new Error('The answer was cut off.')
  return { ok: true, value: content as Value }
}

function contentOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // No answer of ours.
    return undefined
  }
}

/** Whether the server said what became of it: done, or refused. Broken servers say nothing. */
export function isAnswered(answer: Answer<unknown>): boolean {
  return answer.ok || (answer.status >= 400 && answer.status < 500)
}

/** Whether it may have been done all the same. A proxy without its server says so in its own words. */
function isLost(answer: Answer<unknown>): boolean {
  if (answer.ok) return false
  const { status, problem } = answer
  return status === 0 || (status >= 502 && status <= 504 && problem === unexplained)
}

const unexplained: Problem = { code: 'STIP_UNKNOWN', message: nl.problems.unknown }
const noConnection = refusal(0, {
  code: 'STIP_NO_CONNECTION',
  message: nl.problems.noConnection,
})
export const noAnswer = refusal(0, { code: 'STIP_NO_ANSWER', message: nl.problems.noAnswer })

function refusal(status: number, problem: Problem): Answer<never> {
  return { ok: false, status, problem }
}

function isProblem(content: unknown): content is Problem {
  return typeof content === 'object' && content !== null && 'message' in content
}
