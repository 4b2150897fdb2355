import type { Block, Item } from '../../document/blocks.ts'
import { colorOfGroup, colors } from '../means.ts'
import type { Means } from '../means.ts'
import { Flow, partOf } from './flow.ts'
import type { Part } from './flow.ts'
import type { Look } from './letters.ts'
import { looks, paper, room } from './looks.ts'
import { setTable } from './table.ts'

/** Sets a block where the one before it ended; a heading stands on one page with what comes after it. */
export function setBlock(flow: Flow, block: Block, after: readonly Block[], means: Means): void {
  switch (block.kind) {
    case 'heading':
      return setHeading(flow, block, after)
    case 'paragraph': {
      const look = block.isSmall ? looks.small : looks.body
      flow.space(block.isSmall ? 4 : 8)
      flow.keep(Math.min(3 * look.height, flow.heightOf(block.text, look, room.width)))
      return flow.words(said(flow, 'P', block.text, look), block.text, look, column)
    }
    case 'sentence':
      return setSentence(flow, block)
    case 'list':
      return setList(flow, block.items)
    case 'table':
      return setTable(flow, block)
    case 'figure':
      return setFigure(flow, block, means)
    default:
      return block satisfies never
  }
}

const column = { x: paper.side, width: room.width }

/** A part that says what stands there, where a letter is only a box. */
export function said(flow: Flow, tag: string, words: string, look: Look, parent?: Part): Part {
  return partOf(tag, parent, flow.letters.has(words, look) ? {} : { actual: words })
}

function setHeading(flow: Flow, block: Heading, after: readonly Block[]): void {
  const { level, text } = block
  const look = looks[level]
  flow.space(above[level])
  flow.keep(leastHeight(flow, [block, ...after]))
  flow.bookmark(level, text)
  flow.words(said(flow, `H${level}`, text, look), text, look, column)
  if (level === 1) flow.y += 6
}

type Heading = Extract<Block, { kind: 'heading' }>

/** White above headings. */
const above = { 1: 44, 2: 24, 3: 14 } as const

/** How much of a row of blocks belongs on one page: headings, and the beginning of what they are about. */
function leastHeight(flow: Flow, [block, ...after]: readonly Block[]): number {
  switch (block?.kind) {
    case undefined:
      return 0
    case 'heading': {
      const own = flow.heightOf(block.text, looks[block.level], room.width)
      // A chapter begins where there is room for some of it.
      return Math.max(block.level === 1 ? 220 : 0, own + 34 + leastHeight(flow, after))
    }
    case 'figure':
      return 10 + figureHeight(flow, block)
    case 'sentence':
      return 110
    case 'table':
      return 120
    default:
      return 60
  }
}

function setSentence(
  flow: Flow,
  { label, text, under, isVoice }: Extract<Block, { kind: 'sentence' }>,
): void {
  const [indent, look] = [22, looks.sentence]
  const box = { x: paper.side + indent, width: room.width - indent }
  const height =
    looks.label.height +
    flow.heightOf(text, look, box.width) +
    (under === '' ? 0 : looks.small.height + 4)
  flow.space(isVoice ? 16 : 22)
  flow.keep(height)
  const [page, top] = [flow.pages.length, flow.y]
  flow.words(said(flow, 'P', label, looks.label), label, looks.label, box)
  flow.words(said(flow, 'P', text, look), text, look, box)
  if (under !== '') {
    flow.y += 4
    flow.words(said(flow, 'P', under, looks.small), under, looks.small, box)
  }
  if (flow.pages.length === page) rule(flow, top + 2, flow.y - 1, isVoice)
}

/** The line beside a sentence; beside another voice it is of dots. */
function rule(flow: Flow, top: number, bottom: number, isVoice: boolean): void {
  const x = paper.side + 3
  flow.decorate((pdf) => {
    if (isVoice) pdf.dash(3, { space: 4 })
    pdf
      .lineWidth(4)
      .moveTo(x, top)
      .lineTo(x, bottom)
      .stroke(isVoice ? colors.stip : colors.accent)
    pdf.undash()
  })
}

function setList(flow: Flow, items: readonly Item[]): void {
  const list = partOf('L', undefined)
  const indent = 16
  const box = { x: paper.side + indent, width: room.width - indent }
  flow.y += 4
  for (const { letter, from, text, answer } of items) {
    const item = partOf('LI', list)
    const color = letter === undefined ? colors.accent : colorOfGroup(letter)
    flow.space(5)
    flow.keep(
      Math.min(120, flow.heightOf(text, looks.body, box.width) + (from === undefined ? 0 : 16)),
    )
    const middle = flow.y + looks.body.height * 0.5
    flow.decorate((pdf) => pdf.circle(paper.side + 4, middle, 2.6).fill(color))
    const body = partOf('LBody', item)
    if (from !== undefined) {
      const look = { ...looks.strong, size: 10, height: 15, color }
      flow.words(said(flow, 'P', from, look, body), from, look, box)
    }
    flow.words(said(flow, 'P', text, looks.body, body), text, looks.body, box)
    if (answer !== undefined) {
      flow.words(said(flow, 'P', answer, looks.small, body), answer, looks.small, box)
    }
  }
}

function setFigure(
  flow: Flow,
  { picture, alt, caption, isWide }: Extract<Block, { kind: 'figure' }>,
  { pictures }: Means,
): void {
  const bytes = pictures.get(picture.sha256)
  const { width, height } = sizeOf(flow, { picture, caption, isWide })
  flow.space(10)
  flow.keep(figureHeight(flow, { picture, caption, isWide }))
  const { y } = flow
  const x = paper.side
  if (bytes !== undefined) {
    const part = partOf('Figure', undefined, { alt, bbox: [x, y, x + width, y + height] })
    flow.put(part, (pdf) => pdf.image(bytes, x, y, { width, height }))
    flow.decorate((pdf) => pdf.lineWidth(0.75).rect(x, y, width, height).stroke(colors.line))
    flow.y += height + 8
  }
  if (caption !== '') {
    flow.words(said(flow, 'P', caption, looks.strong), caption, looks.strong, column)
  }
}

type Figure = Pick<Extract<Block, { kind: 'figure' }>, 'picture' | 'caption' | 'isWide'>

/** How large a picture is set: as wide as the page, and never higher than a page with its caption. */
function sizeOf(flow: Flow, { picture, caption, isWide }: Figure) {
  const most = room.end - paper.top - captionHeight(flow, caption) - 110
  // Two drawings of the usual shape, with all that is told of them, fill a page.
  const width = room.width * (isWide ? 1 : 0.88)
  const scale = Math.min(width / picture.width, most / picture.height)
  return { width: picture.width * scale, height: picture.height * scale }
}

/** A picture with its caption, and the beginning of what is told of it. */
function figureHeight(flow: Flow, figure: Figure): number {
  return sizeOf(flow, figure).height + captionHeight(flow, figure.caption) + 58
}

function captionHeight(flow: Flow, caption: string): number {
  return caption === '' ? 0 : flow.heightOf(caption, looks.strong, room.width) + 8
}
