// @vitest-environment jsdom
import { plainTextOf } from '@stip/board'
import { richTextOf, writePlainEdit } from '@stip/documents/light'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { TextareaBinding } from './textarea-binding.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a word that is composed in the list while another types there', () => {
  it.each([
    ['at the end', 3, 'hoiwereldGEMEENTE'],
    ['at the start', 0, 'wereldGEMEENTEhoi'],
    ['in the middle', 2, 'howereldGEMEENTEi'],
  ])('%s stands in one piece, and so does theirs', (_, place, expected) => {
    const desk = aDesk('hoi', place)
    desk.begin()
    for (let letter = 1; letter <= 6; letter++) {
      desk.compose('wereld'.slice(0, letter))
      desk.other(place + letter - 1, 'GEMEENTE'[letter - 1] ?? '')
    }
    desk.other(place + 6, 'TE')
    expect(desk.field.value).not.toContain('G')
    desk.end()
    expect(desk.words()).toBe(expected)
    expect(desk.field.value).toBe(expected)
    desk.binding.destroy()
  })

  it('waits no longer than a few seconds for a keyboard that composes for ever', () => {
    const desk = aDesk('hoi', 3)
    desk.begin()
    desk.compose('we')
    desk.other(0, 'A')
    expect(desk.words()).toBe('Ahoi')
    vi.advanceTimersByTime(4000)
    expect(desk.words()).toBe('Ahoiwe')
    expect(desk.field.value).toBe('Ahoiwe')
    desk.binding.destroy()
  })

  it('is written at a space, at the end of the page and when the field goes', () => {
    const desk = aDesk('hoi', 3)
    desk.begin()
    desk.compose('we ')
    expect(desk.words()).toBe('hoiwe ')
    desk.compose('we al')
    expect(desk.words()).toBe('hoiwe ')
    desk.binding.flush()
    expect(desk.words()).toBe('hoiwe al')
    desk.compose('we alles')
    desk.binding.destroy()
    expect(desk.words()).toBe('hoiwe alles')
  })
})

/** A field of the list with a caret, and somebody else in the same text. */
function aDesk(text: string, place: number) {
  const document = new Y.Doc()
  const fragment = document.getXmlFragment('text')
  const block = new Y.XmlElement('paragraph')
  fragment.insert(0, [block])
  block.insert(0, [new Y.XmlText(text)])
  const field = window.document.createElement('textarea')
  const binding = new TextareaBinding({ field, fragment, onWrite: () => undefined })
  field.setSelectionRange(place, place)
  return {
    field,
    binding,
    words: () => plainTextOf(richTextOf(fragment)),
    begin: () => field.dispatchEvent(new CompositionEvent('compositionstart')),
    /** The keyboard replaces what it composed so far. */
    compose: (word: string) => {
      field.value = text.slice(0, place) + word + text.slice(place)
      field.setSelectionRange(place + word.length, place + word.length)
      field.dispatchEvent(new Event('input'))
    },
    end: () => field.dispatchEvent(new CompositionEvent('compositionend')),
    other: (at: number, added: string) => writePlainEdit(fragment, { at, removed: 0, added }),
  }
}
