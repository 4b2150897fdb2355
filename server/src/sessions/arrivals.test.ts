import { expect, it, vi } from 'vitest'
import { aCrowd } from '../test/a-crowd.ts'
import { Arrivals } from './arrivals.ts'
import type { SessionDesk } from './session-desk.ts'
import { eventually } from '../test/eventually.ts'

it('[J16] notes later who came when the disk failed, and whoever comes after', async () => {
  const crowd = aCrowd(['anna', 'bram'])
  const all = crowd.people.all.map((person) => ({ ...person, isUnseen: true as const }))
  const session = { ...crowd, people: { ...crowd.people, all } }
  const noted: unknown[] = []
  let isWell = false
  const desk = {
    inTurn: async (_id: string, work: () => Promise<void>) => {
      await Promise.resolve()
      if (!isWell) throw new Error('The disk is full.')
      return work()
    },
    find: () => session,
    note: (_session: unknown, command: unknown) => command,
    commit: async (command: unknown) => void noted.push(command),
  } as unknown as SessionDesk
  const tellError = vi.fn<(error: unknown) => void>()
  const arrivals = new Arrivals(desk, tellError)
  arrivals.seen(session, { role: 'participant', personId: 'anna' })
  await eventually(() => expect(tellError).toHaveBeenCalledOnce())
  isWell = true
  arrivals.seen(session, { role: 'participant', personId: 'anna' })
  arrivals.seen(session, { role: 'participant', personId: 'bram' })
  await eventually(() =>
    expect(noted).toEqual([{ type: 'note-seen', personIds: ['anna', 'bram'] }]),
  )
})
