import type { SessionId } from '@stip/primitives'
import type { CommandStore } from '../../storage/stores/command-store.ts'
import type { FactName, FactStore } from '../../storage/stores/fact-store.ts'
import type { Intent, IntentStore } from '../../storage/stores/intent-store.ts'

/** Keeps what commands were answered while the process lives. */
export class MemoryCommands implements CommandStore {
  readonly #answers = new Map<string, object>()

  async keepAnswer(sessionId: SessionId, key: string, answer: object): Promise<void> {
    const name = `${sessionId} ${key}`
    if (this.#answers.has(name)) throw new Error('This key was answered before.')
    this.#answers.set(name, answer)
  }

  async findAnswer(sessionId: SessionId, key: string): Promise<unknown> {
    return this.#answers.get(`${sessionId} ${key}`)
  }
}

/** Keeps intents while the process lives. */
export class MemoryIntents implements IntentStore {
  readonly #intents = new Map<SessionId, Intent>()

  async record(sessionId: SessionId, intent: Intent): Promise<void> {
    this.#intents.set(sessionId, intent)
  }

  async find(sessionId: SessionId): Promise<Intent | undefined> {
    return this.#intents.get(sessionId)
  }

  async remove(sessionId: SessionId): Promise<void> {
    this.#intents.delete(sessionId)
  }

  async sessions(): Promise<readonly SessionId[]> {
    return [...this.#intents.keys()]
  }
}

/** Keeps facts while the process lives. */
export class MemoryFacts implements FactStore {
  readonly #facts = new Map<FactName, number>()

  async find(name: FactName): Promise<number | undefined> {
    return this.#facts.get(name)
  }

  async set(name: FactName, value: number): Promise<void> {
    this.#facts.set(name, Math.floor(value))
  }
}
