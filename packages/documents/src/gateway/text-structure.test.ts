import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { mayHold } from '../text/check-text.ts'
import { forged } from '../test/craft.ts'
import { aServer, text, words } from '../test/forgeries.ts'
import { elements } from '../test/random-text.ts'
import { ROOT, WORDS } from '../text/text-schema.ts'
import { checkUpdate } from './check-update.ts'

/** How to come from the text to an element of each kind, so that only the last step can be wrong. */
const ways: Readonly<Record<string, readonly string[]>> = {
  [ROOT]: [],
  paragraph: ['paragraph'],
  heading: ['heading'],
  bulletList: ['bulletList'],
  orderedList: ['orderedList'],
  listItem: ['bulletList', 'listItem'],
  hardBreak: ['paragraph', 'hardBreak'],
}

const pairs = Object.keys(ways).flatMap((parent) =>
  [WORDS, ...elements, 'blockquote', 'doc', 'UNDEFINED'].map((child) => [parent, child] as const),
)

describe('what may stand in what', () => {
  it.each(pairs)('[B130] in %s: %s', (parent, child) => {
    const verdict = verdictOn((document) => put(place(document, parent), child))
    expect(verdict.kind).toBe(mayHold(parent, child) ? 'accepted' : 'refused')
  })

  it.each(pairs)('[B130] later, in %s that is there: %s', (parent, child) => {
    const server = aServer()
    Y.applyUpdate(
      server,
      forged(server, 98, (document) => void place(document, parent)),
    )
    const update = forged(server, 99, (document) => put(placed(document, parent), child))
    const { kind } = checkUpdate(server, update, 'person')
    expect(kind).toBe(mayHold(parent, child) ? 'accepted' : 'refused')
  })
})

describe('attributes of elements', () => {
  const wrong = [-1, 0, 7, 1.5, 'x'.repeat(101), {}, [], true, 1n]
  it.each<[string, string, readonly unknown[], readonly unknown[]]>([
    ['paragraph', 'dir', ['auto', 'ltr', 'rtl'], [...wrong, 1]],
    ['paragraph', 'level', [], [...wrong, 1]],
    ['paragraph', 'style', [], [...wrong, 'color: red']],
    ['heading', 'level', [1, 2, 3, 4, 5, 6], [...wrong, '1']],
    ['heading', 'start', [], [1]],
    ['orderedList', 'start', [1, 0, -4, 9_999_999_999, Number.NaN], ['1', {}, true]],
    ['orderedList', 'type', ['a', 'I', 'upper-roman'], [...wrong, 1]],
    ['bulletList', 'start', [], [1]],
    ['listItem', 'dir', [], ['auto']],
    ['hardBreak', 'class', [], ['x']],
    ['heading', '__proto__', [], [1, 'x']],
  ])('[B131] %s: %s', (element, name, right, refused) => {
    const verdict = (value: unknown): string =>
      verdictOn((document) => place(document, element).setAttribute(name, value as string)).kind
    for (const value of right) expect([value, verdict(value)]).toEqual([value, 'accepted'])
    for (const value of refused) expect([value, verdict(value)]).toEqual([value, 'refused'])
  })
})

describe('marks', () => {
  it.each<[string, unknown, boolean]>([
    ['bold', {}, true],
    ['highlight', {}, true],
    ['highlight', { color: '#ff0' }, false],
    ['bold', { href: 'https://stip.example' }, false],
    ['code', { class: 'x' }, false],
    ['underline', {}, false],
    ['link', { href: 'https://stip.example/a?b#c' }, true],
    ['link', { href: 'http://stip.example', target: '_blank', rel: null, class: null }, true],
    ['link', { href: 'mailto:iemand@stip.example' }, true],
    ['link', {}, false],
    ['link', { href: null }, false],
    ['link', { href: 'https://gemeente.example@elders.example/' }, false],
    ['link', { href: 'https://iemand:geheim@stip.example/' }, false],
    ['link', { href: 'https://@stip.example/' }, false],
    ['link', { href: 'https://:@stip.example/' }, false],
    ['link', { href: 'https://stip.example/@iemand' }, true],
    ['link', { href: 'https:stip.example' }, false],
    ['link', { href: 'https://stip.example/\u0000' }, false],
    ['link', { href: ' https://stip.example' }, false],
    ['link', { href: `https://stip.example/${'a'.repeat(2000)}` }, false],
    ['link', { href: 'ftp://stip.example' }, false],
    ['link', { href: 'tel:112' }, false],
    ['link', { href: '/elders' }, false],
    ['link', { href: 'https://stip.example', class: 'x'.repeat(101) }, false],
    ['link', { href: 'https://stip.example', onclick: 'x' }, false],
  ])('[B132] %s with %j', (name, attributes, isRight) => {
    const verdict = verdictOn((document) => words(document).format(0, 3, { [name]: attributes }))
    expect(verdict.kind).toBe(isRight ? 'accepted' : 'refused')
  })
})

function verdictOn(change: (document: Y.Doc) => void): ReturnType<typeof checkUpdate> {
  const server = aServer()
  return checkUpdate(server, forged(server, 99, change), 'person')
}

/** Makes an element of this kind where it may stand. */
function place(document: Y.Doc, name: string): Y.XmlElement {
  let parent: Y.XmlFragment = text(document)
  for (const step of ways[name] ?? []) {
    const element = new Y.XmlElement(step)
    parent.insert(0, [element])
    parent = element
  }
  return parent as Y.XmlElement
}

function placed(document: Y.Doc, name: string): Y.XmlElement {
  let parent: Y.XmlFragment = text(document)
  for (let steps = ways[name]?.length ?? 0; steps > 0; steps--) {
    parent = parent.get(0) as Y.XmlElement
  }
  return parent as Y.XmlElement
}

function put(parent: Y.XmlFragment, child: string): void {
  if (child !== WORDS) parent.insert(0, [new Y.XmlElement(child)])
  else {
    const words = new Y.XmlText()
    parent.insert(0, [words])
    words.insert(0, 'woorden')
  }
}
