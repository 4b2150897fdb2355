import { expect, it } from 'vitest'
import { StipError } from './errors.ts'

class BoardIsFullError extends StipError {
  override readonly name = 'BoardIsFullError'
  readonly code = 'STIP_BOARD_IS_FULL'
}

it('is an error with a stable code, that keeps its cause', () => {
  const cause = new Error('disk')
  const error = new BoardIsFullError('The board is full.', { cause })
  expect(error).toBeInstanceOf(Error)
  expect(error).toMatchObject({ code: 'STIP_BOARD_IS_FULL', cause, name: 'BoardIsFullError' })
})
