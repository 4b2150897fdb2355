/** How large what a client sends may be, in bytes unless the name says otherwise. */
export interface FrameLimits {
  /** One edit. 500 pasted notes are 275 KB. */
  readonly update: number
  /** The answer to our question what we miss: all offline work at once. */
  readonly answer: number
  /** A state vector; ten bytes for every client id that ever wrote. */
  readonly stateVector: number
  /** A whole awareness frame: a plain client echoes what it hears of everybody. */
  readonly awareness: number
  readonly ephemeral: number
}

export const frameLimits: FrameLimits = {
  update: 1024 * 1024,
  answer: 8 * 1024 * 1024,
  stateVector: 512 * 1024,
  awareness: 256 * 1024,
  ephemeral: 4 * 1024,
}
