import type { GroupId, PersonId } from '@stip/primitives'

/** A hand that is up. */
export interface RaisedHand {
  /** Counts up from 1 in a session: the order in which people are heard. */
  readonly number: number
  readonly personId: PersonId
  /** Milliseconds since 1970. */
  readonly since: number
  /** It went up while names were shown. What was anonymous then stays so, whatever comes after. */
  readonly isNamed: boolean
  /**
   * In which its person was when it went up. Told where the name is not: a hand that goes along with whoever
   * is moved says whose it is.
   */
  readonly groupId?: GroupId | undefined
}

/** Who wants to say something. */
export interface HandsState {
  /** In the order in which they went up. */
  readonly raised: readonly RaisedHand[]
  /** How many went up so far. */
  readonly count: number
}

export type HandsEvent =
  /** The facilitator is never shown whose it is while it is not named, nor told so afterwards. */
  | { readonly type: 'hand-raised'; readonly hand: RaisedHand }
  /** By who raised it, or by the facilitator. */
  | { readonly type: 'hand-lowered'; readonly number: number }
  | { readonly type: 'hands-lowered'; readonly upTo: number }
