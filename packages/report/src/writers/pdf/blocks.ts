import type { Block, Item } from '../../document/blocks.ts'
import { colorOfGroup, colors } from '../means.ts'
import type { Means } from '../means.ts'
import { Flow, partOf } from './flow.ts'
import type { Part } from './flow.ts'
import type { Look } from './letters.ts'
import { looks, paper, room } from './looks.ts'
import { setTable } from './table.ts'

/** Sets a block where the one before it ended. */
export function setBlock(flow: Flow, block: Block, means: Means): void {
  switch (block.kind) {
    case 'heading':
      return setHeading(flow, block)
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

function setHeading(flow: Flow, { level, text }: Extract<Block, { kind: 'heading' }>): void {
  const look = looks[level]
  const above = { 1: 44, 2: 24, 3: 14 }[level]
  flow.space(above)
  // A heading stands with what it is about; a chapter begins where there is room for some of it.
  flow.keep(flow.heightOf(text, look, room.width) + { 1: 190, 2: 96, 3: 56 }[level])
  flow.bookmark(level, text)
  flow.words(said(flow, `H${level}`, text, look), text, look, column)
  if (level === 1) flow.y += 6
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
  { picture, alt, caption }: Extract<Block, { kind: 'figure' }>,
  { pictures }: Means,
): void {
  const bytes = pictures.get(picture.sha256)
  const under = caption === '' ? 0 : flow.heightOf(caption, looks.strong, room.width) + 8
  const most = room.end - paper.top - under - 110
  const scale = Math.min(room.width / picture.width, most / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  flow.space(10)
  // What is told of a picture stands under it.
  flow.keep(height + under + 64)
  const { y } = flow
  const x = paper.side + (room.width - width) / 2
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
