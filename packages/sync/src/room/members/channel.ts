/** One member's line to a room, whatever carries it: a WebSocket, or a queue in a test. */
export interface Channel {
  send(frame: Uint8Array): void
  /**
   * Sends several frames in one go; without it, they are sent one by one.
   *
   * @param shared - The same array with the same frames for many channels, and never changed, so
   *   that a channel can prepare the bytes once for all.
   * @param own - A frame for this channel only, after the others.
   */
  sendTogether?(shared: readonly Uint8Array[], own: Uint8Array | undefined): void
  close(code: number, reason: string): void
  /** Bytes handed to `send` that have not left yet. */
  readonly bufferedBytes: number
}

/** Who sits behind a channel, and what the server lets them do. */
export interface Member {
  /** Stable for a person over connections; 'facilitator', 'observer', 'wall' or a person's id. */
  readonly identity: string
  /**
   * Whose connections share what one person may say; the identity when left out. Several people may
   * have the identity 'observer', each with a device of their own.
   */
  readonly person?: string
  /** In what capacity they write, for a gateway that judges by it; the identity when left out. */
  readonly capacity?: string
  /** Asked at every frame, because groups, steps and grants change while people are connected. */
  readonly mayWrite: () => boolean
  /** What others see at this member's cursor now; undefined keeps cursor and name from everybody. */
  readonly presence: () => { readonly name: string; readonly color: string } | undefined
  /**
   * Whether a document in this state belongs to the board as it is now, and not to what was there
   * before a backup was put back. Asked once; who does not fit is closed with 4410. Left out:
   * everybody fits.
   */
  readonly fits?: (stateVector: Uint8Array) => boolean
  /**
   * Whether what is written under a Yjs client id can belong to the board as it is now. Asked of
   * everything new that is handed in; what does not fit closes with 4410. Left out: all fit.
   */
  readonly fitsClient?: (clientId: number) => boolean
  /** Our own client asked for the extra frames with `?stip=1`. */
  readonly speaksStip: boolean
}
