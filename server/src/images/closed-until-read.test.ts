import type { Room } from '@stip/sync/room'
import { expect, it } from 'vitest'
import { aCrowd } from '../test/a-crowd.ts'
import { addressOf, ImageBoards } from './image-boards.ts'

const facilitator = { role: 'facilitator' } as const

it('[P12] while nobody read which boards hold the images of a session, none is shown or given by chance', async () => {
  const session = aCrowd(['anna'])
  const own = { id: 'own', kind: 'private', groupId: undefined, members: ['anna'] } as const
  const evening = { ...session, boards: [...session.boards, own] }
  const images = new ImageBoards({
    store: {
      add: async () => undefined,
      ofSession: async () => [{ name: 'secret.webp', boardId: 'own' }],
    },
    open: async () =>
      ({ settled: async () => undefined, read: () => new Set() }) as unknown as Room,
    tellError: () => undefined,
  })
  const address = addressOf(evening.id, 'secret.webp')
  const [plenary] = evening.boards
  const boardId = plenary?.id ?? ''
  expect(images.mayShow(evening, boardId, address, facilitator)).toBe(false)
  expect(await images.mayRead(evening, [facilitator], 'secret.webp')).toBe(false)
  const anna = { role: 'participant', personId: 'anna' } as const
  expect(await images.mayRead(evening, [anna], 'secret.webp')).toBe(true)
  await images.read(evening.id)
  expect(images.mayShow(evening, boardId, address, facilitator)).toBe(false)
  expect(images.mayShow(evening, 'own', address, anna)).toBe(true)
})
