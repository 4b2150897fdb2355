import type { Attack } from './attack.ts'
import { frameAttacks } from './attacks-on-frames.ts'
import { recordAttacks } from './attacks-on-records.ts'
import { requestAttacks } from './attacks-on-requests.ts'
import { socketAttacks } from './attacks-on-sockets.ts'
import { structureAttacks } from './attacks-on-structure.ts'
import { textAttacks } from './attacks-on-text.ts'

/** Everything that a siege tries. */
export const attacks: readonly Attack[] = [
  ...frameAttacks,
  ...recordAttacks,
  ...structureAttacks,
  ...textAttacks,
  ...requestAttacks,
  ...socketAttacks,
]
