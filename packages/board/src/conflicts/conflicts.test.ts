import { seededRandom } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import { copyId } from '../merge/merge-ids.ts'
import type { MergePlan } from '../merge/merge-plan.ts'
import { appliedWrites, planUndo } from '../merge/undo.ts'
import type { AppliedWrite } from '../merge/undo.ts'
import { plainTextOf } from '../plain-text.ts'
import { aVision, collectInto, keyCards } from '../test/collecting.ts'
import { aGroupBoard, richText } from '../test/records.ts'
import { TestBoard } from '../test/test-board.ts'
import { chooseWords, chosenOf } from './choose-words.ts'
import { openConflicts } from './open-conflicts.ts'
import type { WordsChoice } from './words-memory.ts'

const source = 'shape:punt-0'
const copy = copyId('bord-b', source)

/** A hoofdpunt of group B that is on the vision. */
function aCard() {
  const board = new TestBoard(keyCards(['begin']))
  const vision = aVision('share')
  const applied: (readonly AppliedWrite[])[] = []
  let merges = 0
  const merge = (): MergePlan => {
    const before = vision.all()
    const plan = collectInto(vision, [aGroupBoard('B', board.all())], 'share', ++merges)
    applied.push(appliedWrites(plan.writes, before))
    return plan
  }
  merge()
  return {
    board,
    vision,
    merge,
    undo: () => vision.apply(planUndo(applied.pop() ?? [], vision.all())),
    group: (words: string) => board.change(source, { t: richText(words) }),
    room: (words: string) => vision.change(copy, { t: richText(words) }),
    choose: (choice: WordsChoice | 'open') => {
      const writes = chooseWords(vision.all(), { record: copy, choice })
      vision.apply(writes)
      return writes.length
    },
    words: () => plainTextOf(vision.fields(copy)['t'] ?? null),
    open: () =>
      openConflicts(vision.live(), (id) => vision.get(id)?.base).map(({ letter, ours, theirs }) => [
        letter,
        ours,
        theirs,
      ]),
  }
}

function inConflict() {
  const card = aCard()
  card.group('van de groep')
  card.room('van de zaal')
  card.merge()
  return card
}

describe('words that both sides changed', () => {
  it('[M3d] stand beside each other with the letter of the group, until somebody chooses', () => {
    const card = inConflict()
    expect(card.open()).toEqual([['B', 'van de zaal', 'van de groep']])
    expect(card.merge().writes).toEqual([])
    card.room('van ons allen')
    expect(card.open()).toEqual([['B', 'van ons allen', 'van de groep']])
  })

  it('[M3d] are no question where only one side changed them, or both to the same', () => {
    const card = aCard()
    card.group('beter')
    card.merge()
    card.room('van de zaal')
    card.merge()
    expect(card.open()).toEqual([])
    card.group('van de zaal')
    card.merge()
    expect(card.open()).toEqual([])
  })

  it('[M3d] are no question any more when one side takes the words of the other, or goes back', () => {
    const byRoom = inConflict()
    byRoom.room('van de groep')
    expect(byRoom.open()).toEqual([])
    byRoom.group('van de groep, beter')
    byRoom.merge()
    expect([byRoom.words(), byRoom.open()]).toEqual(['van de groep, beter', []])
    const byGroup = inConflict()
    byGroup.group('begin')
    byGroup.merge()
    expect([byGroup.words(), byGroup.open()]).toEqual(['van de zaal', []])
  })

  it('[D8] stay as the vision has them with "ours", until the group writes something else', () => {
    const card = inConflict()
    expect(card.choose('ours')).toBe(1)
    expect([card.words(), card.open()]).toEqual(['van de zaal', []])
    expect(card.choose('ours')).toBe(0)
    expect(card.choose('theirs')).toBe(0)
    expect(card.merge().writes).toEqual([])
    card.board.change(source, { 'p.color': 'red' })
    card.merge()
    expect(card.open()).toEqual([])
    card.group('nog iets anders')
    expect(card.merge().summary.kept).toBe(1)
    expect(card.open()).toEqual([['B', 'van de zaal', 'nog iets anders']])
  })

  it('[D8] become those of the group with "theirs", and follow it from then on', () => {
    const card = inConflict()
    expect(card.choose('theirs')).toBe(1)
    expect([card.words(), card.open()]).toEqual(['van de groep', []])
    card.group('van de groep, beter')
    card.merge()
    expect(card.words()).toBe('van de groep, beter')
    const edited = inConflict()
    edited.choose('theirs')
    edited.room('van de groep, in de zaal')
    expect(edited.open()).toEqual([])
  })

  it('[D8] go back as they were, and are a question again, when the choice is taken back', () => {
    for (const choice of ['ours', 'theirs'] as const) {
      const card = inConflict()
      card.choose(choice)
      expect(card.choose('open')).toBe(1)
      expect(card.open()).toEqual([['B', 'van de zaal', 'van de groep']])
      expect(card.choose('open')).toBe(0)
    }
    const edited = inConflict()
    edited.choose('theirs')
    edited.room('daarna')
    edited.choose('open')
    expect(edited.words()).toBe('daarna')
  })

  it('[D8] [D24] were chosen for good: a merge that is undone and done again asks no more', () => {
    for (const choice of ['ours', 'theirs'] as const) {
      const card = inConflict()
      card.choose(choice)
      const words = card.words()
      card.undo()
      expect([card.words(), card.open()]).toEqual([words, []])
      expect(card.merge().summary.kept).toBe(0)
      expect([card.words(), card.open()]).toEqual([words, []])
    }
  })

  it('[M7] are no question while the merge that brought it is undone', () => {
    const card = inConflict()
    card.undo()
    expect([card.words(), card.open()]).toEqual(['van de zaal', []])
    card.merge()
    expect(card.open()).toEqual([['B', 'van de zaal', 'van de groep']])
    card.choose('ours')
    card.undo()
    card.choose('open')
    expect(card.open()).toEqual([])
  })

  it('[D8] are nothing to choose where there is no question, and no such card', () => {
    const card = aCard()
    expect(card.choose('theirs')).toBe(0)
    expect(chooseWords(card.vision.all(), { record: 'shape:geen', choice: 'ours' })).toEqual([])
    expect(chosenOf(undefined)).toBeUndefined()
    const gone = inConflict()
    gone.vision.remove(copy)
    expect(gone.choose('theirs')).toBe(0)
    expect(gone.open()).toEqual([])
  })
})

describe.each(Array.from({ length: 60 }, (_, at) => at + 1))('a card, seed %d', (seed) => {
  it('[M3a] [M3d] [D8] is as a slow and obviously right comparison has it', () => {
    const random = seededRandom(seed)
    const texts = ['begin', 'deur open', 'één loket', 'ruimte']
    const card = aCard()
    const slow = new SlowCard()
    for (let turn = 0; turn < 60; turn++) {
      const words = texts[Math.floor(random() * texts.length)] ?? ''
      const chance = random()
      if (chance < 0.25) {
        card.group(words)
        slow.group = words
      } else if (chance < 0.5) {
        card.room(words)
        slow.room = words
      } else if (chance < 0.7) {
        card.merge()
        slow.merge()
      } else {
        const choice = (['ours', 'theirs', 'open'] as const)[Math.floor(random() * 3)] ?? 'open'
        card.choose(choice)
        slow.choose(choice)
      }
      expect(card.words()).toBe(slow.room)
      expect(card.open()).toEqual(slow.isOpen ? [['B', slow.room, slow.merged]] : [])
    }
  })
})

/** One card, each state of it by its name. */
class SlowCard {
  group = 'begin'
  room = 'begin'
  /** The words of the group that the last merge saw. */
  merged = 'begin'
  /** What both had last. */
  agreed = 'begin'
  #isAsked = false
  #chosen: { choice: string; was: string } | undefined

  get isOpen(): boolean {
    return this.#isAsked && this.#chosen === undefined && this.room !== this.merged
  }

  merge(): void {
    const { group, room, merged } = this
    if (group === merged) return
    const agreed = this.#isAsked && this.#chosen === undefined && room !== merged
    const base = agreed ? this.agreed : merged
    this.merged = group
    this.#chosen = undefined
    this.#isAsked = false
    if (group === room || group === base) return
    if (room === base) this.room = group
    else {
      this.agreed = base
      this.#isAsked = true
    }
  }

  choose(choice: 'ours' | 'theirs' | 'open'): void {
    if (!this.#isAsked) return
    if (choice === 'open') {
      if (this.#chosen?.choice === 'theirs' && this.room === this.merged) {
        this.room = this.#chosen.was
      }
      this.#chosen = undefined
    } else if (this.#chosen === undefined) {
      this.#chosen = { choice, was: this.room }
      if (choice === 'theirs') this.room = this.merged
    }
  }
}
