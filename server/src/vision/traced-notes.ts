import { OF_SCRIBE, traceOf } from '@stip/board'
import type { NoteTrace } from '@stip/board'
import { creatorOf } from '@stip/documents'
import type { Session } from '@stip/workshop'
import type { Services } from '../services.ts'
import { asSources, visionNow } from './vision-now.ts'
import type { VisionNow } from './vision-now.ts'

/** What became of a note, and who made it: what only its maker may hear. */
interface TracedNote {
  readonly trace: NoteTrace
  /** By what the room of its board knows them. */
  readonly maker: string | undefined
  /** Written by a scribe, in the words of somebody without a phone. */
  readonly isOfScribe: boolean
}

interface Traced {
  readonly notes: readonly TracedNote[]
  readonly statements: VisionNow['vision']['statements']
}

type Known = Pick<Services, 'rooms' | 'miniatures'>

interface Made {
  /** Of the last change on any board that is in it. */
  readonly change: string
  readonly traced: Promise<Traced>
}

/** A whole room asks in the same minute: as long as nothing changes, all are told from the same. */
const made = new WeakMap<Session, Made>()

/** Traces every note on the boards of the groups of a session, as these are now. */
export function tracedNotes(services: Known, session: Session): Promise<Traced> {
  const change = services.miniatures.now
  const known = made.get(session)
  if (known?.change === change) return known.traced
  const traced = trace(services, session)
  made.set(session, { change, traced })
  traced.catch(() => made.delete(session))
  return traced
}

async function trace(services: Known, session: Session): Promise<Traced> {
  const { vision, onVision, boards } = await visionNow(services, session)
  const traces = traceOf({ vision, onVision, boards: asSources(boards) })
  const byBoard = Map.groupBy(traces, ({ board }) => board)
  const notes: TracedNote[] = []
  for (const { board, stored } of boards) {
    // oxlint-disable-next-line no-await-in-loop
    const room = await services.rooms.open(board)
    const ofScribes = new Set(
      stored.filter(({ record }) => record.meta[OF_SCRIBE] === true).map(({ record }) => record.id),
    )
    room.read((doc) => {
      for (const each of byBoard.get(board) ?? []) {
        const client = creatorOf(doc, each.record)
        const maker = client === undefined ? undefined : room.ownerOf(client)
        notes.push({ trace: each, maker, isOfScribe: ofScribes.has(each.record) })
      }
    })
  }
  return { notes, statements: vision.statements }
}
