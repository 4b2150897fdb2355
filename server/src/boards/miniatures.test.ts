import type { Room } from '@stip/sync/room'
import { expect, it, vi } from 'vitest'
import { Miniatures } from './miniatures.ts'

it('[MV3] of a board that changes at every question no row of miniatures is waited for', async () => {
  const read = vi.fn<() => object>(() => ({}))
  const { promise: first, resolve: open } = Promise.withResolvers<Room>()
  const miniatures = new Miniatures({
    open: () => first,
    elapsed: () => 0,
    runId: 'run',
  })
  const asked = Array.from({ length: 100 }, () => {
    miniatures.changed('board')
    return miniatures.make('board')
  })
  open({ read } as unknown as Room)
  const all = await Promise.all(asked)
  expect(read).toHaveBeenCalledOnce()
  expect(new Set(all).size).toBe(1)
  miniatures.changed('board')
  await miniatures.make('board')
  expect(read).toHaveBeenCalledTimes(2)
})
