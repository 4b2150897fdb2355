import type { Bookmark, Flow } from './flow.ts'
import { partOf } from './flow.ts'
import { said } from './blocks.ts'
import { looks, paper, room } from './looks.ts'

/** Sets the table of contents: the chapters, and on which page each begins. */
export function setContents(flow: Flow, chapters: readonly Bookmark[], pagesBefore: number): void {
  const title = 'Inhoud'
  flow.words(said(flow, 'H1', title, looks[1]), title, looks[1], {
    x: paper.side,
    width: room.width,
  })
  flow.y += 12
  const contents = partOf('TOC', undefined)
  const look = looks.body
  for (const { text, page } of chapters) {
    if (flow.left < look.height + 8) flow.newPage()
    const number = String(page + 1 + pagesBefore)
    const part = said(flow, 'TOCI', text, look, contents)
    const baseline = flow.y + look.height * 0.5 + look.size * 0.34
    const [line = ''] = flow.letters.linesOf(text, look, room.width - 40)
    const right = paper.width - paper.side - flow.letters.widthOf(number, look)
    flow.put(part, (_pdf, letters) => {
      letters.write(`${line} `, look, paper.side, baseline)
      letters.write(number, look, right, baseline)
    })
    flow.y += look.height + 8
  }
}
