import { useEffect, useSyncExternalStore } from 'react'
import { noteApi } from '../../live/api/note-api.ts'
import { keptNotes } from '../../live/kept-notes.ts'
import { Outbox } from './outbox.ts'
import type { OutboxMoment } from './outbox.ts'

const outboxes = new Map<string, Outbox>()

/** What this person writes on this phone, and what became of it. One for all that show it. */
export function useOutbox(sessionId: string): {
  readonly outbox: Outbox
  readonly moment: OutboxMoment
} {
  const outbox = outboxOf(sessionId)
  const moment = useSyncExternalStore(outbox.subscribe, () => outbox.moment)
  useEffect(() => {
    outbox.sendNow()
    addEventListener('online', outbox.sendNow)
    return () => removeEventListener('online', outbox.sendNow)
  }, [outbox])
  return { outbox, moment }
}

function outboxOf(sessionId: string): Outbox {
  const known = outboxes.get(sessionId)
  if (known !== undefined) return known
  const outbox = new Outbox({
    ...keptNotes(sessionId),
    send: (note) => noteApi.sendNote(note.boardId, note),
    wait: (ms, then) => {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
  })
  outboxes.set(sessionId, outbox)
  return outbox
}
