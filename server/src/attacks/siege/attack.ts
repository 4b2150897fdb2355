import type { Random } from '@stip/primitives'
import type { Scene } from './scene.ts'

/**
 * One kind of attack. Its members are made while it runs: sizes, kinds and order come from chance
 * under the seed, so that a siege tries more of the kind than any test lists. What it sends goes to
 * the server of the siege only, lies just over what that server allows, and is bounded in number.
 */
export interface Attack {
  /** What somebody with a script does. */
  readonly name: string
  /** The law that it tries, as SPEC.md and SECURITY.md call it. */
  readonly law:
    | 'work'
    | 'totals'
    | 'depth'
    | 'text'
    | 'encoding'
    | 'rates'
    | 'reads'
    | 'sockets'
    | 'names'
  readonly run: (scene: Scene, random: Random) => Promise<void>
}
