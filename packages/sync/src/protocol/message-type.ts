/** The first number of every frame. 0–3 are y-websocket's own, 100 and up only Stip speaks. */
export const MessageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 100,
  ephemeral: 101,
  refused: 102,
  hello: 103,
} as const
export type MessageType = (typeof MessageType)[keyof typeof MessageType]

/** The second number of a sync frame. */
export const SyncType = { ask: 0, answer: 1, update: 2 } as const
