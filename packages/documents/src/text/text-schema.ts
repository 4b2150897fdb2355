/**
 * What a rich text is made of: the schema of the text editor of tldraw 3.15.6 (TipTap's starter kit
 * without quotes, code blocks and rules, with links, highlights and a direction of writing). A test
 * of the client compares it with the editor's own, so that the two cannot drift apart.
 */
export interface TextNode {
  /** What may stand in it, whatever the order. */
  readonly holds: ReadonlySet<string>
  /** What stands in it when nothing else does; undefined for what may be empty. */
  readonly filling?: string
  /** What its first part has to be; undefined where anything that it holds may come first. */
  readonly beginsWith?: string
  readonly attributes: ReadonlyMap<string, AttributeRule>
}

/** What an attribute may be. */
export interface AttributeRule {
  /** Whether a text may say this. */
  readonly isRight: (value: unknown) => boolean
  /**
   * Whether an update may bring it: also what an editor takes over from a page that somebody pastes,
   * and reading leaves out.
   */
  readonly mayCome: (value: unknown) => boolean
}

/** The root of a text: the Y.XmlFragment, or TipTap's `doc`. */
export const ROOT = 'doc'
/** Letters: a Y.XmlText, or TipTap's `text`. */
export const WORDS = 'text'

const blocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'bulletList', 'orderedList'])
const inline: ReadonlySet<string> = new Set([WORDS, 'hardBreak'])
const items: ReadonlySet<string> = new Set(['listItem'])
const nothing: ReadonlySet<string> = new Set()
const none: ReadonlyMap<string, AttributeRule> = new Map()

/** Longest word that an attribute may be on its way to us; the longest that we keep is shorter. */
const LONGEST_WORD = 100
/** Longest address of a link, in characters. */
const LONGEST_LINK = 2000
/** A list may begin to count here, and as far below nought. */
const FURTHEST_START = 1_000_000

const direction = oneOf('auto', 'ltr', 'rtl')
const attributes = (rules: Readonly<Record<string, AttributeRule>>): TextNode['attributes'] =>
  new Map(Object.entries(rules))

export const textSchema: ReadonlyMap<string, TextNode> = new Map<string, TextNode>([
  [ROOT, { holds: blocks, filling: 'paragraph', attributes: none }],
  ['paragraph', { holds: inline, attributes: attributes({ dir: direction }) }],
  [
    'heading',
    {
      holds: inline,
      attributes: attributes({ dir: direction, level: oneOf(1, 2, 3, 4, 5, 6) }),
    },
  ],
  ['bulletList', { holds: items, filling: 'listItem', attributes: none }],
  [
    'orderedList',
    {
      holds: items,
      filling: 'listItem',
      attributes: attributes({
        start: {
          isRight: (value) =>
            Number.isInteger(value) && Math.abs(value as number) <= FURTHEST_START,
          // "9999999999. " begins a list, and so does a pasted list that starts at "abc".
          mayCome: (value) => typeof value === 'number',
        },
        type: oneOf('1', 'a', 'A', 'i', 'I'),
      }),
    },
  ],
  ['listItem', { holds: blocks, filling: 'paragraph', beginsWith: 'paragraph', attributes: none }],
  ['hardBreak', { holds: nothing, attributes: none }],
])

/** Marks on letters, with the attributes that they have. A colour is none of them: tldraw has one highlight. */
export const textMarks: ReadonlyMap<string, TextNode['attributes']> = new Map([
  ['bold', none],
  ['italic', none],
  ['strike', none],
  ['code', none],
  ['highlight', none],
  [
    'link',
    attributes({
      href: { isRight: isSafeLink, mayCome: isSafeLink },
      target: oneOf('_blank'),
      rel: oneOf('noopener noreferrer nofollow'),
      class: oneOf(),
    }),
  ],
])

/** Whether a link leads to the web or to a mailbox and nowhere else, and shows where it leads. */
export function isSafeLink(link: unknown): boolean {
  if (typeof link !== 'string' || link.length > LONGEST_LINK) return false
  // oxlint-disable-next-line no-control-regex -- a browser leaves these out of an address
  if (/[\u0000-\u001f\u007f]/.test(link)) return false
  if (!/^(?:https?:\/\/|mailto:)/i.test(link) || !URL.canParse(link)) return false
  const { protocol, username, password } = new URL(link)
  // "https://gemeente.nl@elders.example" looks like one address and leads to another; of an empty
  // name nothing is left in what is read.
  if (/^https?:[/\\]*[^/?#\\]*@/i.test(link)) return false
  return ['http:', 'https:', 'mailto:'].includes(protocol) && username === '' && password === ''
}

/** One of these; nobody has to say it, so null is right too. */
function oneOf(...values: readonly unknown[]): AttributeRule {
  return {
    isRight: (value) => value === null || values.includes(value),
    mayCome: (value) =>
      value === null ||
      values.includes(value) ||
      (typeof value === 'string' &&
        value.length <= LONGEST_WORD &&
        values.every((known) => typeof known === 'string')),
  }
}
