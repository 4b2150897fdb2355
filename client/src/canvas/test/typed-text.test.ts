import { createRecord, plainTextOf, readRecord, textFragment } from '@stip/documents'
import type { BoardRecord } from '@stip/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { aNote } from './two-screens.ts'
import { textOrigin, TypedText } from '../../board/undo/typed-text.ts'

const note = 'shape:wens'

describe('undo of typing takes back one’s own letters only', () => {
  it('keeps what another typed in the same paragraph', () => {
    const [anna, bilal] = twoTypists()
    anna.type(0, 'bomen')
    share(anna, bilal)
    bilal.type(0, 'Meer ')
    share(anna, bilal)
    anna.text.undo()
    share(anna, bilal)
    expect(anna.words()).toBe('Meer ')
    expect(bilal.words()).toBe('Meer ')
    anna.text.redo()
    expect(anna.words()).toBe('Meer bomen')
  })

  it('keeps a paragraph that I made when another typed in it', () => {
    const [anna, bilal] = twoTypists()
    anna.addParagraph()
    share(anna, bilal)
    bilal.type(1, 'Van Bilal')
    share(anna, bilal)
    anna.text.undo()
    share(anna, bilal)
    expect(anna.words()).toContain('Van Bilal')
    expect(bilal.words()).toBe(anna.words())
  })

  it('brings back what I erased, next to what another typed there since', () => {
    const [anna, bilal] = twoTypists()
    anna.type(0, 'water')
    anna.text.endStep()
    anna.erase(0, 5)
    share(anna, bilal)
    bilal.type(0, 'groen ')
    share(anna, bilal)
    anna.text.undo()
    share(anna, bilal)
    expect(anna.words()).toContain('water')
    expect(anna.words()).toContain('groen ')
  })
})

class Typist {
  readonly document = new Y.Doc()
  readonly text: TypedText

  constructor(clientId: number) {
    this.document.clientID = clientId
    this.text = new TypedText(this.document, () => {})
  }

  type(paragraph: number, words: string): void {
    this.#change(() => {
      const element = this.#paragraph(paragraph)
      const first = element.toArray().find((child) => child instanceof Y.XmlText)
      if (first !== undefined) first.insert(0, words)
      else {
        const text = new Y.XmlText()
        element.insert(0, [text])
        text.insert(0, words)
      }
    })
  }

  erase(paragraph: number, letters: number): void {
    this.#change(() => {
      const [text] = this.#paragraph(paragraph).toArray()
      if (text instanceof Y.XmlText) text.delete(0, letters)
    })
  }

  addParagraph(): void {
    this.#change(() => this.#fragment().push([new Y.XmlElement('paragraph')]))
  }

  words(): string {
    return plainTextOf(readRecord(this.document, note)?.record.props['richText'])
  }

  #change(change: () => void): void {
    this.document.transact(change, textOrigin)
  }

  #fragment(): Y.XmlFragment {
    const fragment = textFragment(this.document, note)
    if (fragment === undefined) throw new Error('The note has no text.')
    return fragment
  }

  #paragraph(number: number): Y.XmlElement {
    return this.#fragment().get(number) as Y.XmlElement
  }
}

/** Two people with one empty note between them. */
function twoTypists(): readonly [Typist, Typist] {
  const [anna, bilal] = [new Typist(1), new Typist(2)]
  createRecord(anna.document, aNote('wens') as unknown as BoardRecord)
  share(anna, bilal)
  return [anna, bilal]
}

function share(one: Typist, other: Typist): void {
  Y.applyUpdate(other.document, Y.encodeStateAsUpdate(one.document), 'line')
  Y.applyUpdate(one.document, Y.encodeStateAsUpdate(other.document), 'line')
}
