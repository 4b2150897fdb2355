import { z } from 'zod'
import type { PersonId } from '@stip/primitives'
import type { ActorKind } from '../ability/actors.ts'
import type { Told } from './abilities.ts'
import { allAbilities } from './any-ability.ts'
import type { Session } from './session.ts'

type PartSchemas = { readonly [Name in keyof Told]: z.ZodOptional<z.ZodType<Told[Name]>> }

/** What screens are told by the abilities themselves, as it travels; each part by its name. */
export const partSchemas = Object.fromEntries(
  allAbilities.flatMap(({ parts }) =>
    Object.entries(parts).map(([name, { schema }]) => [name, schema.optional()]),
  ),
) as PartSchemas

/** Parts that are lists of things with ids. */
export const listParts: readonly string[] = Object.entries(
  partSchemas as Readonly<Record<string, z.ZodOptional>>,
).flatMap(([name, schema]) => (schema.unwrap() instanceof z.ZodArray ? [name] : []))

/** The parts that all of a kind are told alike. */
export function partsToldTo(session: Session, actor: ActorKind): Partial<Told> {
  const told: Record<string, unknown> = {}
  for (const { name: ability, parts } of allAbilities) {
    for (const [name, part] of Object.entries(parts)) {
      if ('ofPerson' in part || !part.toldTo.includes(actor)) continue
      told[name] = part.of(session[ability], session)
    }
  }
  return told
}

/** The parts that are about one person, and that nobody else is told. */
export function partsOfPerson(session: Session, personId: PersonId): Partial<Told> {
  const told: Record<string, unknown> = {}
  for (const { name: ability, parts } of allAbilities) {
    for (const [name, part] of Object.entries(parts)) {
      if ('ofPerson' in part) told[name] = part.ofPerson(session[ability], session, personId)
    }
  }
  return told
}
