import type { Result } from '@stip/primitives'
import type { z } from 'zod'
import type { Press } from '../ability/ability.ts'
import type { ActorKind } from '../ability/actors.ts'
import type { PartRule } from '../ability/parts.ts'
import type { CommandRefusal } from '../ability/refusals.ts'
import type { ToldAbout } from '../ability/told.ts'
import { abilities } from './abilities.ts'
import type { Command, SessionEvent, States } from './abilities.ts'
import type { NewSession, Session } from './session.ts'

/** A command of any ability, as the engine sees it. */
export interface AnyRule {
  readonly givenBy: readonly ActorKind[]
  readonly staleAfter?: readonly SessionEvent['type'][]
  readonly afterEnd?: true
  /** Of commands that screens send. */
  readonly body?: Readonly<Record<string, z.ZodType>>
  readonly decide: (
    state: unknown,
    command: Command,
    press: Press,
    neighbours: Session,
  ) => Result<readonly SessionEvent[], CommandRefusal>
}

/** An ability, as the engine sees it: it hands each the state that is its own. */
export interface AnyAbility {
  readonly name: keyof States
  readonly upgrades: readonly ((stored: unknown) => unknown)[]
  readonly begin: (beginning: NewSession) => unknown
  readonly commands: Readonly<Partial<Record<string, AnyRule>>>
  readonly parts: Readonly<Record<string, PartRule<unknown, Session, unknown>>>
  readonly told: Readonly<Partial<Record<string, (event: SessionEvent) => ToldAbout>>>
  readonly quiet?: readonly SessionEvent['type'][]
  readonly evolve: Readonly<
    Partial<Record<string, (state: unknown, event: SessionEvent) => unknown>>
  >
}

export const allAbilities = abilities as unknown as readonly AnyAbility[]

/** The states that something makes of each ability. */
export function statesOf(make: (ability: AnyAbility) => unknown): States {
  return Object.fromEntries(allAbilities.map((each) => [each.name, make(each)])) as States & {}
}

/** Whether no press could have missed an event. */
export function isQuiet(type: string): boolean {
  return allAbilities.some(({ quiet = [] }) => quiet.some((each) => each === type))
}

/** Whether a type of event is one that happens in sessions of this version. */
export function isKnownEvent(type: string): boolean {
  return allAbilities.some(({ evolve }) => Object.hasOwn(evolve, type))
}

/** The ability that has a command, with its rule. */
export function ruleOf(
  type: string,
): { readonly ability: AnyAbility; readonly rule: AnyRule } | undefined {
  for (const ability of allAbilities) {
    const rule = Object.hasOwn(ability.commands, type) ? ability.commands[type] : undefined
    if (rule !== undefined) return { ability, rule }
  }
  return undefined
}
