import type { SessionId } from '@stip/primitives'
import type { LinkRole } from '../../identity/link-secrets.ts'
import type { EntryStore, StoredCode } from '../../storage/stores/entry-store.ts'

interface Code extends StoredCode {
  readonly isCurrent: boolean
}

/** Keeps the ways into sessions while the process lives. */
export class MemoryEntries implements EntryStore {
  readonly #codes = new Map<string, Code>()
  readonly #versions = new Map<string, number>()

  async addCode(code: string, stored: StoredCode): Promise<boolean> {
    if (this.#codes.has(code)) return false
    this.#codes.set(code, { ...stored, isCurrent: true })
    return true
  }

  async retireCodes(sessionId: SessionId, now: number): Promise<void> {
    this.#change((code) => {
      if (code.sessionId !== sessionId) return code
      return { ...code, isCurrent: false, expiresAt: Math.min(code.expiresAt, now) }
    })
  }

  async moveCodes(before: number, ms: number): Promise<void> {
    this.#change((code) => {
      const isGood = code.isCurrent && code.expiresAt > before
      return isGood ? { ...code, expiresAt: code.expiresAt + ms } : code
    })
  }

  async endCodesBy(latest: number): Promise<void> {
    this.#change((code) => {
      return code.isCurrent ? { ...code, expiresAt: Math.min(code.expiresAt, latest) } : code
    })
  }

  async findCode(code: string): Promise<StoredCode | undefined> {
    const found = this.#codes.get(code)
    if (found === undefined) return undefined
    const { sessionId, expiresAt, isCurrent } = found
    return { sessionId, expiresAt: isCurrent ? expiresAt : 0 }
  }

  async currentCode(sessionId: SessionId): Promise<string | undefined> {
    const own = [...this.#codes].find(([, code]) => code.sessionId === sessionId && code.isCurrent)
    return own?.[0]
  }

  async linkVersion(sessionId: SessionId, role: LinkRole): Promise<number> {
    return this.#versions.get(`${sessionId} ${role}`) ?? 1
  }

  async raiseLinkVersion(sessionId: SessionId, role: LinkRole): Promise<void> {
    this.#versions.set(`${sessionId} ${role}`, (await this.linkVersion(sessionId, role)) + 1)
  }

  #change(change: (code: Code) => Code): void {
    for (const [name, code] of this.#codes) this.#codes.set(name, change(code))
  }
}
