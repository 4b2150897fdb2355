import type { PersonId } from '@stip/primitives'
import { personOf } from '@stip/workshop'
import type { Actor, Person, Session } from '@stip/workshop'
import { audienceOf } from './audience.ts'
import { Encoded } from './encoded.ts'
import { keepFew } from './few.ts'
import { PartSet } from './part-set.ts'
import { ownParts } from './people.ts'
import { sharedParts } from './shared-parts.ts'
import type { Surroundings } from './shared-parts.ts'

/** What a screen was told last. */
export interface Told {
  /** For whom that was; a screen with another key is told everything anew. */
  readonly key: string
  readonly revision: number
}

/** What is asked of the parts of a session: for whom, as it is now. */
export interface Asked {
  readonly session: Session
  readonly actor: Actor
  readonly revision: number
  readonly now: number
}

type Participant = Extract<Actor, { readonly role: 'participant' }>

interface Shared {
  readonly set: PartSet
  session: Session | undefined
  revision: number
  /** Everything, for who has nothing. */
  whole: Encoded | undefined
  /** What goes out at one revision, by what who gets it has. */
  readonly news: Map<number, Encoded>
}

/** What one person is told. */
interface Own {
  readonly set: PartSet
  /** Of which session that was made. */
  session: Session | undefined
  /** Who that is; somebody who did not change is the same object. */
  person: Person | undefined
  audience: string
  key: string
}

/**
 * What all screens of one session are told. Each part is made and encoded once for all who share
 * it; a screen gets those that changed since what it was told last.
 */
export class SessionParts {
  readonly #epoch: string
  readonly #around: Surroundings
  readonly #shared = new Map<string, Shared>()
  readonly #own = new Map<PersonId, Own>()

  /** @param epoch - Differs each time the server starts: revisions of another start say nothing here. */
  constructor(epoch: string, around: Surroundings) {
    this.#epoch = epoch
    this.#around = around
  }

  /** Forgets all: nobody follows this session now. */
  clear(): void {
    this.#shared.clear()
    this.#own.clear()
  }

  /** What a screen is told next; undefined when there is no news for it. */
  newsFor(asked: Asked, told: Told | undefined): readonly Encoded[] | undefined {
    const { actor } = asked
    const known = actor.role === 'participant' ? this.#ownOf(asked, actor) : undefined
    const own = known?.set
    const audience = known?.audience ?? actor.role
    const key = known?.key ?? this.#keyOf(audience, '')
    const shared = this.#updated(audience, asked)
    if (told?.key !== key) {
      const mine = [`"key":${JSON.stringify(key)}`, '"more":true', own?.since() ?? '']
      shared.whole ??= new Encoded(messageOf([shared.set.since()]))
      return [new Encoded(messageOf([numbers(asked), ...mine])), shared.whole]
    }
    const mine = own?.since(told.revision) ?? ''
    const isShared = shared.set.changedAt > told.revision
    if (mine === '' && !isShared) return undefined
    const news = isShared ? this.#sharedNews(shared, asked, told.revision) : undefined
    if (mine === '') return news && [news]
    const more = news === undefined ? '' : '"more":true'
    const first = new Encoded(messageOf([numbers(asked), more, mine]))
    return news === undefined ? [first] : [first, news]
  }

  /** Says that all is as the screen has it. */
  nothingNew(asked: Asked): Encoded {
    return new Encoded(messageOf([numbers(asked)]))
  }

  /** For whom a screen is told what it is told. */
  keyFor(asked: Asked): string {
    const { actor } = asked
    return actor.role === 'participant'
      ? this.#ownOf(asked, actor).key
      : this.#keyOf(actor.role, '')
  }

  #keyOf(audience: string, personId: PersonId): string {
    return `${this.#epoch}.${audience}.${personId}`
  }

  #updated(audience: string, { session, actor, revision }: Asked): Shared {
    let shared = this.#shared.get(audience)
    if (shared === undefined) {
      const set = new PartSet()
      shared = { set, session: undefined, revision: 0, whole: undefined, news: new Map() }
      this.#shared.set(audience, shared)
    }
    if (shared.session === session && shared.revision === revision) return shared
    const { changedAt } = shared.set
    shared.set.update(sharedParts(session, actor, this.#around), revision)
    shared.session = session
    shared.revision = revision
    shared.news.clear()
    if (shared.set.changedAt !== changedAt) shared.whole = undefined
    return shared
  }

  /** Asked of a thousand people at every change: what depends on the person alone is made once for each. */
  #ownOf({ session, revision }: Asked, actor: Participant): Own {
    const { personId } = actor
    let own = this.#own.get(personId)
    if (own?.session === session) return own
    const person = personOf(session, personId)
    if (own === undefined || own.person !== person) {
      const audience = audienceOf(session, actor)
      const key = this.#keyOf(audience, personId)
      own = { set: own?.set ?? new PartSet(), session: undefined, person, audience, key }
      this.#own.set(personId, own)
    }
    own.set.update(ownParts(session, actor), revision)
    own.session = session
    return own
  }

  #sharedNews(shared: Shared, asked: Asked, revision: number): Encoded {
    const known = shared.news.get(revision)
    if (known !== undefined) return known
    const made = new Encoded(messageOf([numbers(asked), shared.set.since(revision)]))
    keepFew(shared.news, revision, made)
    return made
  }
}

function numbers({ session, revision, now }: Asked): string {
  return `"revision":${revision},"sessionRevision":${session.revision},"now":${now}`
}

function messageOf(fields: readonly string[]): string {
  return `{"type":"parts",${fields.filter((field) => field !== '').join()}}`
}
