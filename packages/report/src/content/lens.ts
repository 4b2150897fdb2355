import { z } from 'zod'
import { Count, Words } from './pieces.ts'

/** People of one role; without a name: those of all other roles together. */
const role = { role: Words.nullable(), people: Count }

/** What came from whom: of every role as much as its share of the people would let expect, or not. */
const RoleInfluence = z.strictObject({
  ...role,
  /** Null, here and below: it is not known whose they are. */
  notes: Count.nullable(),
  keyCards: Count.nullable(),
  /** Cards of theirs that a statement is made of. */
  sources: Count.nullable(),
})
export type RoleInfluence = z.infer<typeof RoleInfluence>

/** What the people of a role answered to "Kun je hiermee leven?", all statements together. */
const RoleConsent = z.strictObject({ ...role, yes: Count, yesBut: Count, no: Count })
export type RoleConsent = z.infer<typeof RoleConsent>

/**
 * Five ways to look at what happened, as counts. Roles stand in them under the five-rule only; an empty list
 * of roles says that nothing may be told by role.
 */
export const Lens = z.strictObject({
  /** Inclusie: was everybody who was there able to take part? */
  inclusion: z.strictObject({
    present: Count,
    /** How many wrote, said or drew something; null: in anonymous steps nobody counts that. */
    contributed: Count.nullable(),
    /** How many of those who were there took part without a device of their own. */
    throughScribe: Count.nullable(),
  }),
  /** Invloed: whose words came how far? */
  influence: z.strictObject({ roles: z.array(RoleInfluence) }),
  /** Eigenaarschap: do those whose words were used recognise them? */
  ownership: z.strictObject({
    /** What authors of notes said of the statements made of them; null, all three: fewer than five of them did. */
    right: Count.nullable(),
    different: Count.nullable(),
    takeAway: Count.nullable(),
    /** Statements about what we do ourselves. */
    offers: Count,
    asks: Count,
  }),
  /** Deliberatie: were things weighed together? */
  deliberation: z.strictObject({
    statements: Count,
    /** Statements with sources of more than one group. */
    acrossGroups: Count,
    critiques: Count,
    answered: Count,
    /** What was left standing next to each other, and not averaged. */
    differences: Count,
    otherVoices: Count,
  }),
  /** Legitimiteit: who can live with it? */
  legitimacy: z.strictObject({
    /** Statements about which people were asked. */
    statements: Count,
    roles: z.array(RoleConsent),
  }),
})
export type Lens = z.infer<typeof Lens>
