// @vitest-environment jsdom
import { textFragment } from '@stip/documents'
import { seededRandom } from '@stip/primitives'
import { Editor as TextEditor } from '@tiptap/core'
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

describe('the caret stays where a person put it', () => {
  it('at the start, while another types at the end', () => {
    const { room, anna, bram } = twoTypists('samen')
    const random = seededRandom(4)
    anna.typing?.commands.setTextSelection(6)
    bram.typing?.commands.setTextSelection(1)
    const [first, second] = [' koken', 'Vanavond ']
    for (let key = 0; key < second.length; key++) {
      typeOne(anna, first[key])
      typeOne(bram, second[key])
      for (let message = 0; message < 4; message++) {
        for (const { line } of [anna, bram]) line?.deliverOne(random)
      }
      for (const person of [anna, bram]) person.frame()
    }
    expectAllEqual(room, [anna, bram], 52)
    expect(wordsOf(room)).toBe('Vanavond samen koken')
    for (const person of [anna, bram]) person.leave()
  })

  it('also when tldraw sends it to the end, a moment after the text editor opened', () => {
    const { anna, bram } = twoTypists('samen')
    const { typing } = anna
    if (typing === undefined) throw new Error('Anna does not type.')
    document.body.append(typing.view.dom)
    typing.commands.focus('end')
    vi.advanceTimersByTime(20)
    expect(typing.isFocused).toBe(true)
    expect(typing.state.selection.from).toBe(6)
    typing.commands.setTextSelection(1)
    typing.commands.focus('end')
    expect(typing.state.selection.from).toBe(1)
    for (const person of [anna, bram]) person.leave()
  })

  it('and goes to the end where tldraw would choose all words when one clicks beside them', () => {
    const { anna, bram } = twoTypists('samen')
    anna.stopTyping()
    anna.editor.setEditingShape(note as TLShapeId)
    const { tipTapConfig } = anna.editor.getTextOptions()
    const typing = new TextEditor({
      ...tipTapConfig,
      element: document.createElement('div'),
      content: '<p>samen</p>',
      onCreate: ({ editor }) => void editor.chain().focus().selectAll().run(),
    })
    vi.advanceTimersByTime(1)
    expect(typing.state.selection).toMatchObject({ from: 6, to: 6 })
    typing.commands.selectAll()
    expect(typing.state.selection.empty).toBe(false)
    typing.destroy()
    for (const person of [anna, bram]) person.leave()
  })
})

function typeOne({ typing }: Drawer, letter = ''): void {
  typing?.commands.command(({ tr }) => {
    tr.insertText(letter)
    return true
  })
}

function wordsOf(room: SimulatedRoom): string {
  const fragment = textFragment(room.document, note)
  return fragment === undefined
    ? ''
    : lettersIn(fragment)
        .map(({ unit }) => unit)
        .join('')
}

/** Two people with one note open, with these words. */
function twoTypists(words: string) {
  const room = new SimulatedRoom()
  const [anna, bram] = [new Drawer(room, 1), new Drawer(room, 2)]
  for (const person of [anna, bram]) person.connect()
  anna.editor.createShape({ id: note as TLShapeId, type: 'note' })
  expectAllEqual(room, [anna, bram], 50)
  anna.startTyping(note)
  anna.typing?.commands.insertContent(words)
  expectAllEqual(room, [anna, bram], 51)
  for (const person of [anna, bram]) person.startTyping(note)
  return { room, anna, bram }
}
