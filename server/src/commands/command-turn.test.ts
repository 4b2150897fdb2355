import { expect, it } from 'vitest'
import type { Session } from '@stip/workshop'
import { Turns } from '../turns.ts'
import { commandTurn } from './command-turn.ts'

it('[X32] a command goes before all but one of those of its session who wait for files', async () => {
  const turns = new Turns({ atATime: 1, waiting: 20 })
  const order: string[] = []
  const going = Promise.withResolvers<void>()
  const waiting = Array.from({ length: 60 }, (_, number) =>
    turns.take({ session: 'evening', person: `participant ${number}` }, async () => {
      order.push('file')
      await going.promise
    }),
  )
  const command = turns.take(commandTurn({ id: 'evening' } as Session), () => {
    order.push('command')
  })
  going.resolve()
  await Promise.all([...waiting, command])
  expect(order.indexOf('command')).toBeLessThanOrEqual(2)
})
