import type { Front } from '../../document/blocks.ts'
import { colors } from '../means.ts'
import { said } from './blocks.ts'
import type { Flow } from './flow.ts'
import { looks, paper, room } from './looks.ts'

/** Sets the first page: what it is, and what it is not. */
export function setFront(flow: Flow, { above, title, below, facts, notice }: Front): void {
  logo(flow)
  const column = { x: paper.side, width: room.width }
  flow.y = 210
  flow.words(said(flow, 'P', above, looks.above), above, looks.above, column)
  flow.y += 6
  flow.bookmark(1, title)
  flow.words(said(flow, 'H1', title, looks.title), title, looks.title, column)
  flow.y += 10
  flow.words(said(flow, 'P', below, looks.below), below, looks.below, column)
  flow.y += 22
  for (const { name, text } of facts) {
    const words = `${name}: ${text}`
    flow.words(said(flow, 'P', words, looks.body), words, looks.body, column)
    flow.y += 2
  }
  flow.y = Math.max(flow.y + 30, 520)
  const top = flow.y
  const page = flow.pages.length
  const box = { x: paper.side + 22, width: room.width - 44 }
  flow.y += 16
  flow.words(said(flow, 'P', notice.title, looks[2]), notice.title, looks[2], box)
  for (const text of notice.text) {
    flow.y += 6
    flow.words(said(flow, 'P', text, looks.body), text, looks.body, box)
  }
  flow.y += 16
  const bottom = flow.y
  if (flow.pages.length > page) return
  flow.decorate((pdf) => {
    pdf.rect(paper.side, top, 5, bottom - top).fill(colors.stip)
    pdf
      .lineWidth(0.75)
      .rect(paper.side, top, room.width, bottom - top)
      .stroke(colors.line)
  })
}

/** A dot just above the horizon. */
function logo(flow: Flow): void {
  flow.decorate((pdf) => {
    const [x, y, width] = [paper.side, 118, 96]
    pdf
      .lineWidth(2)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke(colors.ink)
    pdf.circle(x + (width * 2) / 3, y - 9, 8).fill(colors.stip)
  })
}
