/**
 * Knows which of our own changes the server has on disk.
 *
 * The server counts frames, not state vectors, because a deletion advances no state vector. Each
 * frame stands for all changes made before it was sent. Before our answer to what the server
 * misses has left, that is not so: earlier, offline changes are only in that answer.
 */
export class UnconfirmedChanges {
  #made = 0
  #confirmed = 0
  /** For each frame of this connection: how many changes are on disk once it is. */
  #covers: number[] = []
  #saved = 0
  #answerAt: number | undefined

  /** Own changes that are not confirmed. */
  get unsavedCount(): number {
    return this.#made - this.#confirmed
  }

  /** Our answer is on its way; what was in the document before is in it. */
  get isAnswerSent(): boolean {
    return this.#answerAt !== undefined
  }

  /** Everything that was offline before this connection has been stored as well. */
  get isAnswerSaved(): boolean {
    return this.#answerAt !== undefined && this.#saved >= this.#answerAt
  }

  /** An earlier page made changes that were not confirmed; they are in our answer, if it has not left. */
  recall(unsaved: number): void {
    if (!this.isAnswerSent) this.#made += unsaved
  }

  made(): void {
    this.#made++
  }

  newConnection(): void {
    this.#covers = []
    this.#saved = 0
    this.#answerAt = undefined
  }

  sent(isAnswer: boolean): void {
    if (isAnswer) this.#answerAt ??= this.#covers.length + 1
    this.#covers.push(this.#answerAt === undefined ? 0 : this.#made)
  }

  /** The server has the first `count` frames of this connection on disk. */
  saved(count: number): void {
    this.#saved = Math.max(this.#saved, Math.min(count, this.#covers.length))
    this.#confirmed = Math.max(this.#confirmed, this.#covers[this.#saved - 1] ?? 0)
  }
}
