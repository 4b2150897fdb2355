import { outlineOf } from '@stip/board'
import type { Outline } from '@stip/board'
import { describe, expect, it } from 'vitest'
import { aNote } from '../test/a-note.ts'
import { Announcer } from './announcer.ts'
import type { Changes } from '../changes.ts'

describe('what others do is told', () => {
  it('grouped, each note once, and not again within five seconds', () => {
    const room = aRoom()
    room.become('een')
    room.become('een', 'twee')
    room.become('een!', 'twee')
    expect(room.told).toEqual([])
    room.pass(600)
    expect(room.told).toEqual([[some({ added: 2 })]])
    room.become('een!', 'twee?')
    room.become('een!', 'twee??')
    room.pass(4900)
    expect(room.told).toHaveLength(1)
    room.pass(100)
    expect(room.told[1]).toEqual([some({ changed: 1 })])
  })

  it('soon again after a silence, and not at all when it was stopped', () => {
    const room = aRoom()
    room.become('een')
    room.pass(600)
    room.pass(5000)
    room.become('een', 'twee')
    room.pass(600)
    expect(room.told).toHaveLength(2)
    room.become('een')
    room.announcer.stop()
    room.pass(60_000)
    expect(room.told).toHaveLength(2)
  })
})

function some(differences: Partial<Changes>): Changes {
  return { section: '', added: 0, changed: 0, moved: 0, removed: 0, ...differences }
}

/** An announcer with a clock that only goes when it is told to, and a board of others. */
function aRoom() {
  const told: (readonly Changes[])[] = []
  const waiting = new Set<{ readonly at: number; readonly work: () => void }>()
  const everything = new Set(['shape:0', 'shape:1'])
  let now = 0
  let outline: Outline = outlineOf([])
  const announcer = new Announcer({
    say: (changes) => told.push(changes),
    wait: (work, ms) => {
      const entry = { at: now + ms, work }
      waiting.add(entry)
      return () => waiting.delete(entry)
    },
  })
  const become = (...texts: readonly string[]): void => {
    const next = outlineOf(texts.map((text, number) => aNote(String(number), text)))
    announcer.note(outline, next, everything)
    outline = next
  }
  const pass = (ms: number): void => {
    now += ms
    for (const entry of waiting) {
      if (entry.at > now) continue
      waiting.delete(entry)
      entry.work()
    }
  }
  return { announcer, told, become, pass }
}
