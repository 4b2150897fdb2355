import type { CreateSessionAnswer, Problem } from '@stip/api'
import type { Answer } from '../../live/requests/ask.ts'
import { askOnce } from '../../live/requests/intent.ts'
import { limitedFetch } from '../../live/requests/limited-fetch.ts'
import { nl } from '../../texts/nl.ts'

/** Sending it and having it read through, in milliseconds; the server waits no longer for what is sent. */
const LIMIT_MS = 300_000

/** Has the server open an archive: once, also when an answer was lost and the same file is chosen again. */
export function openArchive(file: File): Promise<Answer<CreateSessionAnswer>> {
  const { name, size, lastModified } = file
  return askOnce('open-archive', { name, size, lastModified }, (key) => send(file, key))
}

async function send(file: File, key: string): Promise<Answer<CreateSessionAnswer>> {
  const headers = { 'content-type': 'application/zip', 'idempotency-key': key }
  const asked = { method: 'POST', headers, body: file, credentials: 'same-origin' } as const
  try {
    return await limitedFetch('/api/archives', { ...asked, limitMs: LIMIT_MS }, read)
  } catch {
    // Not reached, cut off half-way or too late.
    return refusal(0, nl.problems.noConnection)
  }
}

async function read(response: Response): Promise<Answer<CreateSessionAnswer>> {
  const content = (await response.json().catch(() => undefined)) as unknown
  if (response.ok) return { ok: true, value: content as CreateSessionAnswer }
  const problem = content as Partial<Problem> | undefined
  return refusal(response.status, problem?.message ?? nl.problems.unknown)
}

function refusal(status: number, message: string): Answer<never> {
  return { ok: false, status, problem: { code: 'STIP_NOT_OPENED', message } }
}
