import { StipError } from '@stip/primitives'
import type { BoardId } from '@stip/primitives'
import type { ProblemCode } from './problem-texts.ts'

/** Stored bytes of a board are not what was written. The board must not be opened as if it were empty. */
export class DamagedLogError extends StipError {
  override readonly name = 'DamagedLogError'
  readonly code = 'STIP_LOG_DAMAGED'

  constructor(
    boardId: BoardId,
    /** The first row that is wrong. */
    seq: number,
    options?: ErrorOptions,
  ) {
    super(`Row ${seq} of the log of board ${boardId} is damaged.`, options)
  }
}

/** A request is refused for a reason that a person will read; becomes an answer with a Problem. */
export class RequestRefusedError extends StipError {
  override readonly name = 'RequestRefusedError'
  readonly code = 'STIP_REQUEST_REFUSED'
  readonly problem: ProblemCode

  constructor(problem: ProblemCode, options?: ErrorOptions) {
    super(`Refused: ${problem}.`, options)
    this.problem = problem
  }
}
