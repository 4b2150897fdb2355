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
  /** Ephemeral frames of one connection in one tick; the oldest give way. */
  ephemerals: 8,
  /** One ephemeral frame: what a pen does in a thirtieth of a second, and some more. */
  ephemeralBytes: 1024,
  /** Our own client sends 30 a second. */
  ephemeralFrames: { burst: 120, perSecond: 40 },
  /** Answers to "what do I miss" of one connection: at most one in this time. */
  askMs: 1_000,
  /** What one connection may say: a stalled line delivers a minute of it at once. */
  frames: { burst: 10_000, perSecond: 1_000 },
  updates: { burst: 6_000, perSecond: 240 },
  updateBytes: { burst: 24 * 1024 * 1024, perSecond: 1024 * 1024 },
  /** Beyond this, where somebody points is passed over. */
  cursors: { burst: 3_600, perSecond: 240 },
  /** What waits for the disk; beyond this, updates are dropped and asked for again. */
  waitingBytes: 16 * 1024 * 1024,
  waitingUpdates: 20_000,
  /** When the disk fails: from this, doubling, up to the maximum. */
  retryMs: 250,
  retryMaxMs: 5_000,
} as const
