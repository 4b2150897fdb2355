// @vitest-environment jsdom
import { createRecord, fitOf, plainTextOf, richTextOf, textFragment } from '@stip/documents'
import { aNote } from '@stip/documents/examples'
import { almostAText, anyText, lettersOf, putInto } from '@stip/documents/random-text'
import { seededRandom } from '@stip/primitives'
import type { JsonObject } from '@stip/primitives'
import { beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { Drawer } from '../test/drawer.ts'
import { fillGapsOfJsdom } from '../test/headless-editor.ts'
import { SimulatedRoom } from '../test/simulated-room.ts'

const note = 'shape:samen'
beforeAll(fillGapsOfJsdom)

describe('[B135] opening a text', () => {
  it.each([
    ['from a client that is not ours', anyText, 60],
    ['that misses something', almostAText, 60],
  ] as const)('%s never takes away a word', (_name, make, seeds) => {
    const fits = { whole: 0, incomplete: 0, foreign: 0 }
    for (let seed = 1; seed <= seeds; seed++) {
      const wrong = make(seededRandom(seed))
      const { document, people } = aBoard(wrong, 1)
      const [person] = people as [Drawer]
      const fit = fitOf(textIn(person.document))
      fits[fit]++
      person.startTyping(note)
      expect(lettersOf(richTextOf(textIn(person.document))), `seed ${seed}`).toBe(lettersOf(wrong))
      expect(person.onlyRead).toBe(fit === 'foreign' ? 1 : 0)
      // Nobody asked for it, and nobody's words are at stake.
      const isWhole = fit !== 'foreign'
      expect(fitOf(textIn(person.document))).toBe(isWhole ? 'whole' : 'foreign')
      person.typing?.commands.insertContentAt(1, 'X')
      person.stopTyping()
      person.line?.deliverAll()
      const [typed, before] = [lettersOf(richTextOf(textIn(document))), lettersOf(wrong)]
      expect(typed.replace('X', ''), `seed ${seed}`).toBe(before)
      expect(typed.length, `seed ${seed}`).toBe(before.length + (isWhole ? 1 : 0))
      person.leave()
    }
    expect(fits.foreign + fits.incomplete).toBeGreaterThan(20)
  })

  it('that two people have open: what they take away together takes no words of others along', () => {
    const under = item(line('eronder'), list(item(line('dieper'))))
    const { room, people } = aBoard(doc(list(item(line('een'), line('twee'), list(under)))), 3)
    const [one, other, third] = people as [Drawer, Drawer, Drawer]
    for (const person of people) person.startTyping(note)
    expect(one.typing?.commands.deleteRange({ from: 2, to: 7 })).toBe(true)
    expect(other.typing?.commands.deleteRange({ from: 7, to: 13 })).toBe(true)
    for (let round = 0; round < 3; round++) {
      for (const person of people) {
        person.line?.deliverAll()
        person.frame()
      }
    }
    for (const document of [room.document, one.document, other.document, third.document]) {
      expect(plainTextOf(richTextOf(textIn(document))).trim()).toBe('eronder\ndieper')
    }
    expect(third.typing?.getText().replaceAll(/\n+/g, ' ').trim()).toBe('eronder dieper')
    for (const person of people) person.leave()
  })
})

describe('[B50] what one pastes or types in a text is nothing that the server refuses', () => {
  it.each<[string, string]>([
    ['a telephone number', '<p><a href="tel:112">bel</a></p>'],
    ['a link with a user in it', '<p><a href="https://a:b@stip.example">hier</a></p>'],
    ['a link to a page beside it', '<p><a href="/elders">hier</a></p>'],
    [
      'a link with a style',
      `<p><a class="${'x'.repeat(101)}" href="https://stip.example">hier</a></p>`,
    ],
    [
      'a link in a frame',
      '<p><a target="_top" rel="opener" href="https://stip.example">hier</a></p>',
    ],
    ['a list that starts at nothing', '<ol start="abc"><li><p>een</p></li></ol>'],
    ['a list that starts far away', '<ol start="99999999999999"><li><p>een</p></li></ol>'],
    ['a list of a strange kind', `<ol type="${'x'.repeat(101)}"><li><p>een</p></li></ol>`],
    ['an item with a heading', '<ul><li><h2>kop</h2></li></ul>'],
    ['an item with only a list', '<ul><li><ul><li>diep</li></ul></li></ul>'],
    ['lists without end', `${'<ul><li>a'.repeat(17)}${'</li></ul>'.repeat(17)}`],
    [
      'quotes, tables and rules',
      '<blockquote><p>a</p></blockquote><hr><table><tr><td>b</td></tr></table>',
    ],
    ['a line that breaks', '<p>een<br>twee</p>'],
    ['a colour', '<p><mark data-color="red" style="background-color: red">x</mark></p>'],
  ])('%s', (_name, html) => {
    const { room, people } = aBoard(doc(line('begin')), 1)
    const [person] = people as [Drawer]
    person.startTyping(note)
    person.typing?.view.pasteHTML(html, new Event('paste') as ClipboardEvent)
    person.typing?.commands.insertContentAt(1, 'zie https://a:b@stip.example en www.stip.example ')
    person.stopTyping()
    // A refusal throws.
    person.line?.deliverAll()
    const text = richTextOf(textIn(room.document))
    expect(lettersOf(text)).toContain('begin')
    expect(JSON.stringify(text)).not.toMatch(/"href":"(?:tel|\/|https:\/\/a:b)/)
    person.leave()
  })

  it('links that may be there stay', () => {
    const { room, people } = aBoard(doc(line('begin')), 1)
    const [person] = people as [Drawer]
    person.startTyping(note)
    person.typing?.commands.insertContentAt(1, '<a href="https://stip.example/a">hier</a> ')
    person.line?.deliverAll()
    expect(JSON.stringify(richTextOf(textIn(room.document)))).toContain('https://stip.example/a')
    person.leave()
  })
})

const item = (...content: readonly JsonObject[]): JsonObject => ({ type: 'listItem', content })
const list = (...content: readonly JsonObject[]): JsonObject => ({ type: 'bulletList', content })
const doc = (...content: readonly JsonObject[]): JsonObject => ({ type: 'doc', content })
const line = (text: string): JsonObject => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
})

/** A board that holds a note from before there was a gateway, and people who look at it. */
function aBoard(
  text: JsonObject,
  count: number,
): { room: SimulatedRoom; document: Y.Doc; people: readonly Drawer[] } {
  const room = new SimulatedRoom()
  createRecord(room.document, aNote('samen'))
  const fragment = textIn(room.document)
  fragment.delete(0, fragment.length)
  putInto(fragment, text['content'] as readonly JsonObject[])
  const people = Array.from({ length: count }, (_, client) => new Drawer(room, client + 1))
  for (const person of people) {
    person.connect()
    person.line?.deliverAll()
    person.frame()
  }
  return { room, document: room.document, people }
}

function textIn(document: Y.Doc): Y.XmlFragment {
  const fragment = textFragment(document, note)
  if (fragment === undefined) throw new Error('The note has no text.')
  return fragment
}
