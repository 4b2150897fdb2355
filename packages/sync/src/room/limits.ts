import { frameLimits } from '../protocol/index.ts'
import type { FrameLimits } from '../protocol/index.ts'
import type { Rate } from './members/allowance.ts'

/** Bounds of one room; sizes in bytes, times in milliseconds. */
export const roomLimits = {
  /** How long cursors wait for the updates of their tick to reach the disk. */
  patienceMs: 40,
  /** What is on disk is kept as bytes: the whole anew when this much more than it was added. */
  tailBytes: 1024 * 1024,
  /** Above this, a reader gets no cursors until it has caught up. */
  skipAwarenessAbove: 1024 * 1024,
  /** Above this, a reader is closed and takes the board anew. */
  bufferedAbove: 4 * 1024 * 1024,
  /** Nobody hears nothing for longer than `quietMs + sweepMs`, which has to stay under 15 s. */
  quietMs: 10_000,
  sweepMs: 4_000,
  /** A cursor that was not renewed for this long is forgotten. */
  awarenessMs: 45_000,
  /** Client ids that one connection may show; an honest client has one. */
  clientIds: 4,
  /**
   * Client ids of one board: our own client takes a new one for every page that is opened and after
   * every refusal. Each costs some ten bytes in every question what one misses, for good. A thousand
   * people who each use what is left to them come to 1.2 MB there.
   */
  clients: { all: 20_000, perPerson: 2_000, atLeast: 100 },
  /** Ephemeral frames of one connection in one tick; the oldest give way. */
  ephemerals: 8,
  /** One ephemeral frame: what a pen does in a thirtieth of a second, and some more. */
  ephemeralBytes: 1024,
  /** Our own client sends 30 a second. */
  ephemeralFrames: { burst: 120, perSecond: 40 },
  /** Answers to "what do I miss" of one connection: at most one in this time. */
  askMs: 1_000,
  /** One room judges no longer than this before others go. */
  sliceMs: 8,
  /** From here an update is judged by itself, step by step. */
  largeBytes: 16 * 1024,
  /** With more waiting, people take turns, this much each. */
  fairUpdates: 64,
  fairBytes: 64 * 1024,
  roundBytes: 32 * 1024,
  /** What all connections of one person may say: a stalled line delivers a minute of it at once. */
  frames: { burst: 10_000, perSecond: 1_000 },
  updates: { burst: 6_000, perSecond: 240 },
  updateBytes: { burst: 24 * 1024 * 1024, perSecond: 1024 * 1024 },
  /** Of frames of any kind, unpacked. */
  frameBytes: { burst: 48 * 1024 * 1024, perSecond: 2 * 1024 * 1024 },
  /** Answers to "what do I miss" that have to be worked out for one person. */
  answers: { burst: 8, perSecond: 2 },
  /** Beyond this, where somebody points is passed over. */
  cursors: { burst: 3_600, perSecond: 240 },
  /** What waits for the disk of one person; beyond this, updates are dropped and asked for again. */
  waitingBytes: 16 * 1024 * 1024,
  waitingUpdates: 20_000,
  /** How long after a write it is checked that the log, replayed, is the board. */
  logCheckMs: 60_000,
  waitingBytesOfAll: 64 * 1024 * 1024,
  /** Who left comes back to what was left of what they may say. */
  rememberedMs: 60_000,
  /** When the disk fails: from this, doubling, up to the maximum. */
  retryMs: 250,
  retryMaxMs: 5_000,
} as const

/** What one person may say: so much at once, and so much a second in the long run. */
export type RateLimits = Readonly<
  Record<'frames' | 'updates' | 'updateBytes' | 'frameBytes' | 'answers' | 'cursors', Rate>
>

/** A client id and how far it wrote, in a state vector, at most. */
const WRITER_BYTES = 15

/**
 * How large frames of clients may be on a board. Who knows the board has all of its client ids, and
 * must be able to say so however many there came to be.
 *
 * @param writers - Client ids on the board.
 */
export function limitsFor(writers: number, usual: FrameLimits = frameLimits): FrameLimits {
  const needed = writers * WRITER_BYTES
  // What is left is for the own ids of who was offline.
  return needed <= usual.stateVector / 2
    ? usual
    : { ...usual, stateVector: usual.stateVector + needed }
}
