import { CloseCode } from '../protocol/index.ts'
import type { Refused } from '../protocol/index.ts'

/** What we say to ourselves when the server's board is another than ours. */
export const otherGeneration: Refused = {
  code: CloseCode.otherGeneration,
  reason: 'other generation',
  frame: 0,
  records: [],
}
