/** What a request with a key was answered, for when it comes again. */
export interface KeptAnswer {
  /** The hash of the key: who reads the database cannot ask with it. */
  readonly key: Uint8Array
  /** The device that asked, or that came to be with this answer; empty when the key says it all. */
  readonly device: Uint8Array
  /** The device got its cookie with this answer, so that it may come again without. */
  readonly isNewDevice: boolean
  /** Tells whether the same was asked. */
  readonly asked: Uint8Array
  /** The answer; what the store cannot read. */
  readonly sealed: Uint8Array
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Keeps for a day what requests were answered, so that one that is repeated is carried out once. */
export interface AnswerStore {
  /** @param device - Who asks; undefined for a device without a cookie. */
  find(key: Uint8Array, device: Uint8Array | undefined): Promise<KeptAnswer | undefined>
  add(answer: KeptAnswer): Promise<void>
}
