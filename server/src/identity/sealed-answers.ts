import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/**
 * Seals answers with the key of the request that they belong to and the key of this server. An
 * answer may hold the secret of a link or the cookie of a device: on disk nobody can read it, and
 * over the line only who made the request.
 */
export class SealedAnswers {
  readonly #serverKey: Uint8Array

  constructor(serverKey: Uint8Array) {
    this.#serverKey = serverKey
  }

  seal(requestKey: string, answer: object): Uint8Array {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', this.#keyOf(requestKey), nonce)
    const body = Buffer.concat([cipher.update(JSON.stringify(answer)), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body])
  }

  /** @throws {Error} When it was sealed with another key. */
  open(requestKey: string, sealed: Uint8Array): unknown {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      this.#keyOf(requestKey),
      sealed.subarray(0, NONCE),
    )
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
    const text = Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
    return JSON.parse(text.toString())
  }

  #keyOf(requestKey: string): Uint8Array {
    return createHmac('sha256', this.#serverKey).update(`answer ${requestKey}`).digest()
  }
}
