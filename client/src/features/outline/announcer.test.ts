import { describe, expect, it } from 'vitest'
import { Announcer } from './announcer.ts'
import type { Changes } from './changes.ts'

describe('what others do is told', () => {
  it('grouped, and not again within five seconds', () => {
    const room = aRoom()
    room.announcer.note([some({ added: 1 })])
    room.announcer.note([some({ added: 2, removed: 1 })])
    expect(room.told).toEqual([])
    room.pass(600)
    expect(room.told).toEqual([[some({ added: 3, removed: 1 })]])
    room.announcer.note([some({ changed: 1 })])
    room.announcer.note([some({ section: 'ander', moved: 1 })])
    room.pass(4900)
    expect(room.told).toHaveLength(1)
    room.pass(100)
    expect(room.told[1]).toEqual([some({ changed: 1 }), some({ section: 'ander', moved: 1 })])
  })

  it('soon again after a silence, and not at all when it was stopped', () => {
    const room = aRoom()
    room.announcer.note([some({ added: 1 })])
    room.pass(600)
    room.pass(5000)
    room.announcer.note([some({ added: 1 })])
    room.pass(600)
    expect(room.told).toHaveLength(2)
    room.announcer.note([some({ added: 1 })])
    room.announcer.stop()
    room.pass(60_000)
    expect(room.told).toHaveLength(2)
  })
})

function some(differences: Partial<Changes>): Changes {
  return { section: 'vak', added: 0, changed: 0, moved: 0, removed: 0, ...differences }
}

/** An announcer with a clock that only goes when it is told to. */
function aRoom() {
  const told: (readonly Changes[])[] = []
  const waiting = new Set<{ readonly at: number; readonly work: () => void }>()
  let now = 0
  const announcer = new Announcer({
    say: (changes) => told.push(changes),
    wait: (work, ms) => {
      const entry = { at: now + ms, work }
      waiting.add(entry)
      return () => waiting.delete(entry)
    },
  })
  const pass = (ms: number): void => {
    now += ms
    for (const entry of waiting) {
      if (entry.at > now) continue
      waiting.delete(entry)
      entry.work()
    }
  }
  return { announcer, told, pass }
}
