import type { z } from 'zod'
import type { PersonId } from '@stip/primitives'
import type { ActorKind } from './actors.ts'

/**
 * What screens are told of an ability under one name: of a state and its neighbours, without clock. It is
 * absent where it is undefined.
 */
export type PartRule<State, Neighbours, Value> = { readonly schema: z.ZodType<Value> } & (
  | {
      /** All of these alike. A list of things with ids travels thing by thing. */
      readonly toldTo: readonly ActorKind[]
      readonly of: (state: State, neighbours: Neighbours) => Value | undefined
    }
  | {
      /** Everybody who takes part what is about them, and nobody else. */
      readonly ofPerson: (
        state: State,
        neighbours: Neighbours,
        personId: PersonId,
      ) => Value | undefined
    }
)
