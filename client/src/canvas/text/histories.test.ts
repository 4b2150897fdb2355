// @vitest-environment jsdom
import { textFragment } from '@stip/documents'
import { below, seededRandom } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import type { TLShapeId } from 'tldraw'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Drawer } from '../test/drawer.ts'
import { fixIds } from '../test/fixed-ids.ts'
import { fillGapsOfJsdom } from '../test/headless-editor.ts'
import { recordHistory, textsOf } from '../test/histories/recorder.ts'
import type { Burst } from '../test/histories/recorder.ts'
import recorded from '../test/histories/recorded.txt?raw'
import { lettersIn } from '../test/letters.ts'
import { expectAllEqual } from '../test/quiet-point.ts'
import { SimulatedRoom } from '../test/simulated-room.ts'

const note = 'shape:samen'
const histories = JSON.parse(recorded) as readonly (readonly Burst[])[]
const WRITERS = [2, 3] as const
const KEYS = [1000, 1500] as const

let restoreIds: () => void
beforeAll(fillGapsOfJsdom)
beforeEach(() => {
  vi.useFakeTimers()
  restoreIds = fixIds()
})
afterEach(() => {
  vi.useRealTimers()
  restoreIds()
})

it('the recorded histories are what the recorder makes; `vitest -u` records them anew', async () => {
  const made = WRITERS.map((writers, number) =>
    recordHistory(seededRandom(number + 1), writers, KEYS[number] ?? 0),
  )
  const lines = made.map((history) => history.map((burst) => JSON.stringify(burst)).join(',\n'))
  await expect(`[[\n${lines.join('\n],[\n')}\n]]\n`).toMatchFileSnapshot(
    '../test/histories/recorded.txt',
  )
})

describe('people who type in one note at once keep every letter, each in their own order', () => {
  it.each([0, 1])('history %d', (number) => {
    const random = seededRandom(number + 100)
    const history = histories[number] ?? []
    const writers = WRITERS[number] ?? 2
    const room = new SimulatedRoom()
    const people = Array.from({ length: writers }, (_, client) => new Drawer(room, client + 1))
    const [first] = people
    for (const person of people) person.connect()
    first?.editor.createShape({ id: note as TLShapeId, type: 'note' })
    expectAllEqual(room, people, 50)
    for (const person of people) person.startTyping(note)
    for (const burst of history) {
      type(people, burst)
      deliverSome(people, random)
      vi.advanceTimersByTime(8)
    }
    for (const person of people) person.connect()
    expectAllEqual(room, people, 51)
    expect(people.map(({ document }) => ownText(room, document.clientID))).toEqual(
      textsOf(history, writers),
    )
    for (const person of people) person.leave()
  })
})

/** Puts the caret at a place in the own text, as that stands between what others typed, and types there. */
function type(people: readonly Drawer[], [writer, at, erased, typed]: Burst): void {
  const person = people[writer]
  if (person?.typing === undefined) throw new Error('The writer has no text editor open.')
  const { document, typing } = person
  for (let left = erased; left > 0; left--) {
    const place = placesOf(document, document.clientID)[at - (erased - left) - 1]
    if (place !== undefined) typing.commands.deleteRange({ from: place + 1, to: place + 2 })
  }
  let offset = at - erased
  for (const character of typed) {
    const own = placesOf(document, document.clientID)
    const before = own[offset - 1]
    const after = own[offset]
    const place = before === undefined ? (after ?? 0) : before + 1
    typing.commands.command(({ tr }) => {
      tr.insertText(character, place + 1)
      return true
    })
    offset += character.length
  }
}

/** The network is a little behind, and now and then somebody is without it for a while. */
function deliverSome(people: readonly Drawer[], random: Random): void {
  for (const person of people) {
    if (below(random, 60) === 0) person.cut()
    else if (below(random, 15) === 0) person.connect()
    for (let message = below(random, 12); message > 0; message--) person.line?.deliverOne(random)
    if (below(random, 3) === 0) person.frame()
  }
}

/** Where in the paragraph the letters of a writer stand. */
function placesOf(document: Drawer['document'], client: number): readonly number[] {
  const fragment = textFragment(document, note)
  return fragment === undefined
    ? []
    : lettersIn(fragment).flatMap((letter, place) => (letter.client === client ? [place] : []))
}

function ownText(room: SimulatedRoom, client: number): string {
  const fragment = textFragment(room.document, note)
  const letters = fragment === undefined ? [] : lettersIn(fragment)
  return letters.flatMap((letter) => (letter.client === client ? [letter.unit] : [])).join('')
}
