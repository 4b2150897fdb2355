import type { PersonId, Random, Result } from '@stip/primitives'
import type { ActorKind } from './actors.ts'
import type { Body } from './bodies.ts'
import type { PartRule } from './parts.ts'
import type { Tell } from './told.ts'
import type { CommandRefusal } from './refusals.ts'

/** What a decision needs from outside, so that the same command can be decided again in a test. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly random: Random
  readonly newId: () => string
}

/** The same, and who gave the command. */
export interface Press extends Circumstances {
  /** Of a participant; undefined for everybody else. */
  readonly personId: PersonId | undefined
}

/** What one ability is about. `never` where it has none. */
export interface AbilityTypes {
  /** Under this name its state stands in the session. */
  readonly name: string
  /** What it needs to know of a new session. */
  readonly beginning: object
  readonly state: unknown
  readonly command: { readonly type: string }
  /** Commands that no screen sends: the server gives them, for what it did or for who came in. */
  readonly internal: string
  readonly event: { readonly type: string }
  /** Events of other abilities that change its state too. */
  readonly hears: { readonly type: string }
  /** States of others that it decides by, by name. */
  readonly neighbours: object
  /** What screens are told of it, by name. */
  readonly parts: object
}

/**
 * Something that a session can do: a decider. What it decides are events, and its state is what these
 * made of it. It neither authorises nor counts revisions; the engine (`session/engine.ts`) does, for all.
 */
export interface Ability<Types extends AbilityTypes> {
  readonly name: Types['name']
  /**
   * What its state was stored as, step by step: each makes the next version of it, and the version is
   * how many there are. One that was released is never changed.
   */
  readonly upgrades: readonly ((stored: unknown) => unknown)[]
  readonly begin: (beginning: Types['beginning']) => Types['state']
  readonly commands: {
    readonly [Type in Types['command']['type']]: Type extends Types['internal']
      ? CommandRule<Types, Extract<Types['command'], { readonly type: Type }>>
      : SentRule<Types, Extract<Types['command'], { readonly type: Type }>>
  }
  readonly parts: {
    readonly [Name in keyof Types['parts']]: PartRule<
      Types['state'],
      Types['neighbours'],
      Types['parts'][Name]
    >
  }
  /** What of each event is told afterwards, to who leads. */
  readonly told: Tell<Types['event']>
  /**
   * What each event makes of the state: without clock and without chance, so that events that are told
   * again make the same. Events are stored: one that was released keeps its shape, and a new shape
   * is a new type.
   */
  readonly evolve: Evolve<Types['state'], Types['event'] | Types['hears']>
  /** Events of its own that no press could have missed: they raise no revision. */
  readonly quiet?: readonly Types['event']['type'][]
  /** For the compiler only. */
  readonly types?: Types
}

/** What each of these events makes of a state. */
export type Evolve<State, Event extends { readonly type: string }> = {
  readonly [Type in Event['type']]: (
    state: State,
    event: Extract<Event, { readonly type: Type }>,
  ) => State
}

/** Who may give a command and when, and what it comes to. */
export interface CommandRule<Types extends AbilityTypes, Command> {
  readonly givenBy: readonly ActorKind[]
  /** Events after which a press on an older screen meant something else. */
  readonly staleAfter?: readonly string[]
  /** Whether it may be given after the end. */
  readonly afterEnd?: true
  /** No events: what is asked for is so already. */
  readonly decide: (
    state: Types['state'],
    command: Command,
    press: Press,
    neighbours: Types['neighbours'],
  ) => Result<readonly Types['event'][], CommandRefusal>
}

/** A command that screens send. */
export interface SentRule<Types extends AbilityTypes, Command> extends CommandRule<Types, Command> {
  readonly body: Body<Command>
}
