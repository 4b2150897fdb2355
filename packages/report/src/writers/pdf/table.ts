import type { Block, Cell } from '../../document/blocks.ts'
import { colors } from '../means.ts'
import { partOf } from './flow.ts'
import type { Flow, Part } from './flow.ts'
import { looks, paper, room } from './looks.ts'

type Table = Extract<Block, { kind: 'table' }>

/** A column, and where it stands. */
interface Column {
  readonly title: string
  readonly isNumber: boolean
  readonly x: number
  readonly width: number
}

const GAP = 14
const PAD = 5
const BAR = { width: 44, height: 7 } as const

/** Sets a table; on every further page its head stands again, to be seen only. */
export function setTable(flow: Flow, { caption, columns: given, rows }: Table): void {
  const columns = columnsOf(given)
  const table = partOf('Table', undefined)
  flow.space(14)
  flow.keep(110)
  flow.words(partOf('Caption', table), caption, looks.small, { x: paper.side, width: room.width })
  flow.y += 2
  setHead(flow, columns, partOf('THead', table))
  const body = partOf('TBody', table)
  for (const row of rows) setRow(flow, columns, row, body)
  flow.y += 6
}

function columnsOf(given: Table['columns']): readonly Column[] {
  const whole = given.reduce((sum, { share }) => sum + share, 0)
  let x: number = paper.side
  return given.map(({ title, share, isNumber = false }) => {
    const width = (share / whole) * room.width
    const column = { title, isNumber, x, width: width - GAP }
    x += width
    return column
  })
}

/** @param head - Undefined: it stands there already, on a page before. */
function setHead(flow: Flow, columns: readonly Column[], head: Part | undefined): void {
  const top = flow.y
  const row = head === undefined ? undefined : partOf('TR', head)
  const lines = columns.map(({ title, width }) => flow.letters.linesOf(title, looks.head, width))
  for (const [place, column] of columns.entries()) {
    const part = row === undefined ? undefined : partOf('TH', row, { scope: 'Column' })
    setLines(flow, { part, lines: lines[place] ?? [], column, top: top + PAD, look: looks.head })
  }
  const most = Math.max(...lines.map((each) => each.length))
  flow.y = top + most * looks.head.height + 2 * PAD
  ruled(flow, 1.2, colors.ink)
}

function setRow(flow: Flow, columns: readonly Column[], cells: readonly Cell[], body: Part): void {
  const lines = columns.map(({ width }, place) => {
    const cell = cells[place] ?? ''
    const words = typeof cell === 'string' ? cell : cell.text
    return flow.letters.linesOf(words, looks.cell, width)
  })
  const height = Math.max(...lines.map((each) => each.length)) * looks.cell.height + 2 * PAD
  const isHigherThanPages = height > (room.end - paper.top) / 2
  if (height > flow.left && !isHigherThanPages) nextPage(flow, columns)
  const row = partOf('TR', body)
  const parts = columns.map((_column, place) => {
    const cell = cells[place] ?? ''
    const words = typeof cell === 'string' ? cell : cell.text
    const actual = flow.letters.has(words, looks.cell) ? {} : { actual: words }
    return place === 0 ? partOf('TH', row, { scope: 'Row', ...actual }) : partOf('TD', row, actual)
  })
  let done = 0
  const most = Math.max(...lines.map((each) => each.length))
  while (done < most) {
    const fits = Math.max(1, Math.floor((flow.left - 2 * PAD) / looks.cell.height))
    const [top, upTo] = [flow.y + PAD, Math.min(most, done + fits)]
    for (const [place, column] of columns.entries()) {
      const [cell, now] = [cells[place] ?? '', (lines[place] ?? []).slice(done, upTo)]
      const bar = typeof cell !== 'string' && done === 0 ? cell.share : undefined
      if (bar !== undefined) setBar(flow, column, top, bar)
      const x = bar === undefined ? column.x : column.x + BAR.width + 8
      setLines(flow, {
        part: parts[place],
        lines: now,
        column: { ...column, x },
        top,
        look: looks.cell,
      })
    }
    flow.y = top + (upTo - done) * looks.cell.height + PAD
    done = upTo
    ruled(flow, 0.6, colors.line)
    if (done < most) nextPage(flow, columns)
  }
}

function nextPage(flow: Flow, columns: readonly Column[]): void {
  flow.newPage()
  setHead(flow, columns, undefined)
}

interface SetLines {
  readonly part: Part | undefined
  readonly lines: readonly string[]
  readonly column: Column
  readonly top: number
  readonly look: (typeof looks)['cell'] | (typeof looks)['head']
}

function setLines(flow: Flow, { part, lines, column, top, look }: SetLines): void {
  for (const [number, line] of lines.entries()) {
    const baseline = top + (number + 0.5) * look.height + look.size * 0.34
    const width = flow.letters.widthOf(line, look)
    const x = column.isNumber ? column.x + Math.min(column.width, 44) - width : column.x
    const isLast = number === lines.length - 1
    const words = isLast ? line : `${line} `
    if (part === undefined)
      flow.decorate((_pdf, letters) => letters.write(words, look, x, baseline))
    else flow.put(part, (_pdf, letters) => letters.write(words, look, x, baseline))
  }
}

/** A share as a bar: what it says stands beside it in words. */
function setBar(flow: Flow, { x }: Column, top: number, share: number): void {
  const y = top + (looks.cell.height - BAR.height) / 2
  flow.decorate((pdf) => {
    pdf.rect(x, y, BAR.width, BAR.height).fill(colors.line)
    pdf.rect(x, y, Math.max(0.01, BAR.width * share), BAR.height).fill(colors.accent)
  })
}

function ruled(flow: Flow, width: number, color: string): void {
  const { y } = flow
  flow.decorate((pdf) => {
    pdf
      .lineWidth(width)
      .moveTo(paper.side, y)
      .lineTo(paper.side + room.width, y)
      .stroke(color)
  })
}
