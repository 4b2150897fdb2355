import type { Block, Cell, Document, Item } from '../../document/blocks.ts'
import { colorOfGroup } from '../means.ts'
import type { Pictures } from './pictures.ts'
import { element, escaped } from './xml.ts'
import type { Xml } from './xml.ts'

/** Twips: a twentieth of a point. An A4 with margins of 25 mm. */
export const page = { width: 11_906, height: 16_838, margin: 1418 } as const
const room = page.width - 2 * page.margin

/** The body of the document, from its title to its colophon. */
export function bodyOf({ front, blocks }: Document, pictures: Pictures): readonly Xml[] {
  return [
    paragraph('Above', front.above),
    paragraph('Title', front.title),
    paragraph('Subtitle', front.below),
    ...front.facts.map(({ name, text }) => paragraph('Normal', `${name}: ${text}`)),
    paragraph('Normal', ''),
    paragraph('Normal', ''),
    element('w:p', {}, properties('Notice'), run(front.notice.title, { isStrong: true })),
    ...front.notice.text.map((text) => paragraph('Notice', text)),
    element('w:p', {}, element('w:r', {}, element('w:br', { 'w:type': 'page' }))),
    ...blocks.flatMap((block) => written(block, pictures)),
  ]
}

function written(block: Block, pictures: Pictures): readonly Xml[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph(`Heading${block.level}`, block.text)]
    case 'paragraph':
      return [paragraph(block.isSmall ? 'Small' : 'Normal', block.text)]
    case 'sentence':
      return [
        paragraph('Label', block.label),
        paragraph(block.isVoice ? 'OtherVoice' : 'Sentence', block.text),
        ...(block.under === '' ? [] : [paragraph('Under', block.under)]),
      ]
    case 'list':
      return block.items.map((item) => point(item))
    case 'table':
      return [paragraph('Caption', block.caption), table(block, pictures), paragraph('Gap', '')]
    case 'figure': {
      const caption = block.caption === '' ? [] : [paragraph('Caption', block.caption)]
      const drawn = pictures.inLine(block.picture, block.alt, room)
      return [
        drawn === undefined ? paragraph('Normal', block.alt) : element('w:p', {}, drawn),
        ...caption,
      ]
    }
    default:
      return block satisfies never
  }
}

function point({ letter, from, text, answer }: Item): Xml {
  const color = letter === undefined ? undefined : colorOfGroup(letter)
  return element(
    'w:p',
    {},
    properties('ListBullet'),
    ...(from === undefined ? [] : [run(from, { isStrong: true, color }), newLine]),
    run(text),
    ...(answer === undefined ? [] : [newLine, run(answer, { isItalic: true })]),
  )
}

function table(
  { caption, columns, rows }: Extract<Block, { kind: 'table' }>,
  pictures: Pictures,
): Xml {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((share / whole) * room))
  const cellOf = (place: number, content: Xml): Xml =>
    element(
      'w:tc',
      {},
      element('w:tcPr', {}, element('w:tcW', { 'w:w': widths[place], 'w:type': 'dxa' })),
      content,
    )
  const head = element(
    'w:tr',
    {},
    // The row of titles, on every page again, and never cut.
    element('w:trPr', {}, element('w:cantSplit', {}), element('w:tblHeader', {})),
    ...columns.map(({ title }, place) =>
      cellOf(place, element('w:p', {}, properties('Normal'), run(title, { isStrong: true }))),
    ),
  )
  const body = rows.map((row) =>
    element(
      'w:tr',
      {},
      element('w:trPr', {}, element('w:cantSplit', {})),
      ...columns.map((_column, place) => cellOf(place, inCell(row[place] ?? '', pictures))),
    ),
  )
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblStyle', { 'w:val': 'Plain' }),
      element('w:tblW', { 'w:w': room, 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      // The first row has titles, and the first column says what a row is about.
      element('w:tblLook', {
        'w:val': '06A0',
        'w:firstRow': 1,
        'w:lastRow': 0,
        'w:firstColumn': 1,
        'w:lastColumn': 0,
        'w:noHBand': 1,
        'w:noVBand': 1,
      }),
      element('w:tblCaption', { 'w:val': caption }),
    ),
    element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width }))),
    head,
    ...body,
  )
}

function inCell(cell: Cell, pictures: Pictures): Xml {
  if (typeof cell === 'string') return paragraph('Normal', cell)
  return element('w:p', {}, properties('Normal'), pictures.bar(cell.share), run(` ${cell.text}`))
}

function paragraph(style: string, words: string): Xml {
  return element('w:p', {}, properties(style), ...(words === '' ? [] : [run(words)]))
}

function properties(style: string): Xml {
  return style === 'Normal' ? '' : element('w:pPr', {}, element('w:pStyle', { 'w:val': style }))
}

interface Look {
  readonly isStrong?: boolean
  readonly isItalic?: boolean
  readonly color?: string | undefined
}

/** Words; a line that ends in them ends there too. */
function run(words: string, { isStrong = false, isItalic = false, color }: Look = {}): Xml {
  const look = [
    ...(isStrong ? [element('w:rStyle', { 'w:val': 'Strong' })] : []),
    ...(isItalic ? [element('w:i', {})] : []),
    ...(color === undefined ? [] : [element('w:color', { 'w:val': color.slice(1).toUpperCase() })]),
  ]
  const lines = words
    .split(/\r\n?|\n/u)
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
  return element(
    'w:r',
    {},
    ...(look.length === 0 ? [] : [element('w:rPr', {}, ...look)]),
    lines.join('<w:br/>'),
  )
}

const newLine: Xml = '<w:r><w:br/></w:r>'
