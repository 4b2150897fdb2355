import { z } from 'zod'

/** A note that a phone sends: it needs no board for that. */
export const NoteBody = z.object({
  /** Made by the sender; the same id twice is one note. */
  id: z.string().regex(/^shape:[\w-]{16,40}$/),
  /** The zone of the step in which it belongs. */
  zone: z.string().min(1).max(200),
  words: z.string().min(1).max(8000),
  /** Of a scribe: whose words these are, of somebody without a phone. */
  for: z.string().min(1).max(64).optional(),
})
export type NoteBody = z.infer<typeof NoteBody>

/** It is on the server's disk. */
export const NoteAnswer = z.object({ id: z.string() })
export type NoteAnswer = z.infer<typeof NoteAnswer>
