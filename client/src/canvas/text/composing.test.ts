// @vitest-environment jsdom
import { textFragment } from '@stip/documents'
import { seededRandom } from '@stip/primitives'
import type { TLShapeId } from 'tldraw'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Drawer } from '../test/drawer.ts'
import { fillGapsOfJsdom } from '../test/headless-editor.ts'
import { lettersIn } from '../test/letters.ts'
import { expectAllEqual } from '../test/quiet-point.ts'
import { SimulatedRoom } from '../test/simulated-room.ts'

const note = 'shape:samen'

beforeAll(fillGapsOfJsdom)
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Where both type: the text, the caret of who composes, and of the other. */
const places = [
  ['at the end', 'hoi', 4, 4],
  ['at the start', 'hoi', 1, 1],
  ['in the middle', 'hoi', 2, 2],
  ['in an empty note', '', 1, 1],
  ['one before the other', 'hoi', 1, 4],
  ['the other before the one', 'hoi', 4, 1],
] as const

describe.each(places)(
  'a word that is composed %s while another types there',
  (_, text, at, other) => {
    it.each([1, 2, 3, 4, 5, 6])(
      'stands in one piece, and so does theirs, on both sides (%d)',
      (seed) => {
        const { room, anna, bram } = twoTypists(text)
        const random = seededRandom(seed)
        caret(anna, at)
        caret(bram, other)
        start(anna)
        const [word, theirs] = ['wereld', 'GEMEENTE']
        for (let key = 0; key < theirs.length; key++) {
          compose(anna, word.slice(0, key + 1), word.slice(0, key))
          type(bram, theirs[key] ?? '')
          for (let message = 0; message < 3; message++) {
            const line = random() < 0.5 ? anna.line : bram.line
            line?.deliverOne(random)
          }
          for (const person of [anna, bram]) person.frame()
        }
        end(anna)
        deliver(anna, bram)
        const words = wordsOf(room)
        expect(words).toContain(word)
        expect(words).toContain(theirs)
        expect(words).toHaveLength(text.length + word.length + theirs.length)
        for (const person of [anna, bram]) expect(person.typing?.getText()).toBe(words)
        finish(room, anna, bram)
      },
    )
  },
)

it('what others type waits until the word is done, and is there at once then', () => {
  const { room, anna, bram } = twoTypists('hoi')
  caret(anna, 4)
  caret(bram, 4)
  start(anna)
  compose(anna, ' wer', '')
  type(bram, '!')
  expectAllEqual(room, [bram], 51)
  deliver(anna, bram)
  expect(anna.typing?.getText()).toBe('hoi wer')
  compose(anna, ' wereld', ' wer')
  end(anna)
  expect(anna.typing?.getText()).toBe('hoi wereld!')
  expect(anna.typing?.state.selection.head).toBe(11)
  finish(room, anna, bram)
})

it('a keyboard that composes for ever keeps nobody waiting for more than a few seconds', () => {
  const { room, anna, bram } = twoTypists('hoi')
  caret(anna, 4)
  caret(bram, 1)
  start(anna)
  compose(anna, ' w', '')
  type(bram, 'A')
  deliver(anna, bram)
  expect(anna.typing?.getText()).toBe('hoi w')
  vi.advanceTimersByTime(5000)
  expect(anna.typing?.getText()).toBe('Ahoi w')
  compose(anna, ' we', ' w')
  finish(room, anna, bram)
  expect(wordsOf(room)).toBe('Ahoi we')
})

it.each([
  ['a space', (anna: Drawer) => compose(anna, ' wereld ', ' wereld')],
  ['a caret that goes elsewhere', (anna: Drawer) => caret(anna, 2)],
  ['closing the note', (anna: Drawer) => anna.stopTyping()],
  ['leaving the page', () => void dispatchEvent(new Event('pagehide'))],
  [
    'looking elsewhere',
    (anna: Drawer) => void anna.typing?.view.dom.dispatchEvent(new FocusEvent('blur')),
  ],
])('%s ends a word, and nothing of either is lost', (_, happens) => {
  const { room, anna, bram } = twoTypists('hoi')
  caret(anna, 4)
  caret(bram, 1)
  start(anna)
  compose(anna, ' wer', '')
  type(bram, 'A')
  deliver(anna, bram)
  compose(anna, ' wereld', ' wer')
  expect(anna.typing?.getText()).toBe('hoi wereld')
  happens(anna)
  vi.advanceTimersByTime(100)
  deliver(anna, bram)
  expect(wordsOf(room).trim()).toBe('Ahoi wereld')
  finish(room, anna, bram)
})

it('a note that is taken away meanwhile takes nothing else with it', () => {
  const { room, anna, bram } = twoTypists('hoi')
  caret(anna, 4)
  start(anna)
  compose(anna, ' w', '')
  bram.stopTyping()
  bram.binding.beginStep()
  bram.editor.deleteShape(note as TLShapeId)
  deliver(anna, bram)
  compose(anna, ' we', ' w')
  finish(room, anna, bram)
  expect(wordsOf(room)).toBe('hoi w')
})

it('undo while a word is being composed takes back, and leaves what others typed', () => {
  const { room, anna, bram } = twoTypists('hoi')
  caret(anna, 4)
  type(anna, ' ja')
  caret(bram, 1)
  vi.advanceTimersByTime(2000)
  start(anna)
  compose(anna, ' wer', '')
  type(bram, 'A')
  deliver(anna, bram)
  anna.binding.undo.undo()
  vi.advanceTimersByTime(5000)
  end(anna)
  finish(room, anna, bram)
  expect(wordsOf(room)).toContain('Ahoi')
})

it('a word that is given up leaves nothing, and others are shown', () => {
  const { room, anna, bram } = twoTypists('hoi')
  caret(anna, 4)
  caret(bram, 1)
  start(anna)
  compose(anna, 'xy', '')
  type(bram, 'A')
  deliver(anna, bram)
  compose(anna, '', 'xy')
  end(anna)
  expect(anna.typing?.getText()).toBe('Ahoi')
  finish(room, anna, bram)
  expect(wordsOf(room)).toBe('Ahoi')
})

function start({ typing }: Drawer): void {
  typing?.view.dom.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
}

/** The keyboard replaces what it composed so far. */
function compose({ typing }: Drawer, now: string, before: string): void {
  typing?.commands.command(({ tr }) => {
    const { head } = tr.selection
    tr.insertText(now, head - before.length, head)
    return true
  })
}

function end({ typing }: Drawer): void {
  typing?.view.dom.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
  vi.advanceTimersByTime(100)
}

function type({ typing }: Drawer, letters: string): void {
  typing?.commands.command(({ tr }) => {
    tr.insertText(letters)
    return true
  })
}

function caret({ typing }: Drawer, place: number): void {
  typing?.commands.setTextSelection(place)
}

function deliver(...people: readonly Drawer[]): void {
  for (let turn = 0; turn < 20; turn++) {
    for (const person of people) {
      person.frame()
      person.line?.deliverOne(() => 0)
      person.line?.deliverOne(() => 0.99)
    }
  }
}

function wordsOf(room: SimulatedRoom): string {
  const fragment = textFragment(room.document, note)
  const letters = fragment === undefined ? [] : lettersIn(fragment)
  return letters.map(({ unit }) => unit).join('')
}

function finish(room: SimulatedRoom, ...people: readonly Drawer[]): void {
  vi.advanceTimersByTime(5000)
  expectAllEqual(room, people, 60)
  for (const person of people) person.leave()
}

/** Two people with one note open, with these words. */
function twoTypists(words: string) {
  const room = new SimulatedRoom()
  const [anna, bram] = [new Drawer(room, 1), new Drawer(room, 2)]
  for (const person of [anna, bram]) person.connect()
  anna.editor.createShape({ id: note as TLShapeId, type: 'note' })
  expectAllEqual(room, [anna, bram], 50)
  anna.startTyping(note)
  if (words !== '') anna.typing?.commands.insertContent(words)
  expectAllEqual(room, [anna, bram], 51)
  for (const person of [anna, bram]) person.startTyping(note)
  return { room, anna, bram }
}
