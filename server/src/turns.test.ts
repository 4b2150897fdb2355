import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Turns } from './turns.ts'

describe('turns', () => {
  it('[X32] go round sessions, and round people within a session', async () => {
    const turns = new Turns({ atATime: 1, waiting: 10 })
    const order: string[] = []
    const ask = (session: string, person: string): Promise<void> =>
      turns.take({ session, person }, () => void order.push(`${session}${person}`))
    await Promise.all([
      ask('A', '1'),
      ask('A', '1'),
      ask('A', '1'),
      ask('A', '2'),
      ask('A', '3'),
      ask('B', '1'),
      ask('B', '1'),
    ])
    expect(order).toEqual(['A1', 'A1', 'B1', 'A2', 'B1', 'A3', 'A1'])
  })

  it('[X32] refuse who waits for too many, and nobody else', async () => {
    const turns = new Turns({ atATime: 1, waiting: 2 })
    const end = await turns.begin({ session: 'A', person: '1' })
    const waits = [1, 2, 3].map(() => turns.take({ session: 'A', person: '1' }, () => 'done'))
    const other = turns.take({ session: 'A', person: '2' }, () => 'done')
    await expect(waits[2]).rejects.toThrow('busy')
    end()
    expect(await Promise.all([...waits.slice(0, 2), other])).toEqual(['done', 'done', 'done'])
  })

  it('[X32] are as many as there are, and one person has no more than their share', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ person: fc.nat(3), isEnd: fc.boolean() }), { maxLength: 60 }),
        async (steps) => {
          const turns = new Turns({ atATime: 3, waiting: 100, each: 2 })
          const busy: { readonly person: number; readonly end: () => void }[] = []
          let asked = 0
          let ended = 0
          for (const { person, isEnd } of steps) {
            if (isEnd) {
              ended += busy.length > 0 ? 1 : 0
              busy.shift()?.end()
            } else {
              asked++
              const turn = turns.begin({ session: 'A', person: String(person) })
              void turn.then((end) => busy.push({ person, end }))
            }
            // Whose turn it is, is told in a moment of its own.
            // oxlint-disable-next-line no-await-in-loop
            await Promise.resolve()
            const shares = Map.groupBy(busy, (each) => each.person)
            expect(busy.length).toBeLessThanOrEqual(3)
            for (const share of shares.values()) expect(share.length).toBeLessThanOrEqual(2)
          }
          // Nothing lies idle while somebody waits who may have it.
          while (busy.length > 0) {
            ended++
            busy.shift()?.end()
            // oxlint-disable-next-line no-await-in-loop
            await Promise.resolve()
          }
          expect(ended).toBe(asked)
        },
      ),
    )
  })

  it('[X32] are given up by who goes away, and go on when work fails', async () => {
    const turns = new Turns({ atATime: 1, waiting: 5 })
    const end = await turns.begin({ session: 'A', person: '1' })
    const stop = new AbortController()
    let hasBegun = false
    void turns.begin({ session: 'A', person: '1' }, stop.signal).then(() => (hasBegun = true))
    stop.abort()
    const failing = turns.take({ session: 'A', person: '2' }, () => {
      throw new Error('no')
    })
    end()
    end()
    await expect(failing).rejects.toThrow('no')
    expect(await turns.take({ session: 'A', person: '3' }, () => 'done')).toBe('done')
    expect(hasBegun).toBe(false)
  })
})
