import type { Block, Cell, Document, Item } from '../document/blocks.ts'

/** The document in Markdown. What people wrote stays words, whatever signs are in it. */
export function writeMarkdown({ front, blocks, foot }: Document): Uint8Array {
  const head = [
    plain(front.above),
    `# ${plain(front.title)}`,
    `**${plain(front.below)}**`,
    front.facts.map(({ name, text }) => `- ${plain(name)}: ${plain(text)}`).join('\n'),
    `> **${plain(front.notice.title)}**\n>\n${front.notice.text.map((each) => `> ${plain(each)}`).join('\n>\n')}`,
  ]
  const parts = [...head, ...blocks.flatMap((block) => written(block)), `---`, plain(foot)]
  return Buffer.from(`${parts.join('\n\n')}\n`)
}

function written(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      // The title of the document is the first level.
      return [`${'#'.repeat(block.level + 1)} ${plain(block.text)}`]
    case 'paragraph':
      return [plain(block.text)]
    case 'sentence': {
      const under = block.under === '' ? [] : [plain(block.under)]
      return [`**${plain(block.label)}**`, `> ${plain(block.text)}`, ...under]
    }
    case 'list':
      return [block.items.map((item) => point(item)).join('\n')]
    case 'table':
      return [`**${plain(block.caption)}**`, table(block)]
    case 'figure':
      return [`_${block.caption === '' ? 'Plaatje' : plain(block.caption)}_: ${plain(block.alt)}`]
    default:
      return block satisfies never
  }
}

function point({ from, text, answer }: Item): string {
  const before = from === undefined ? '' : `**${plain(from)}:** `
  const after = answer === undefined ? '' : `\n  - ${plain(answer)}`
  return `- ${before}${plain(text)}${after}`
}

function table({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  return [
    line(columns.map(({ title }) => plain(title))),
    line(columns.map(({ isNumber = false }) => (isNumber ? '--:' : '---'))),
    ...rows.map((row) => line(row.map((cell) => plain(wordsOf(cell))))),
  ].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** What a cell says in words. */
function wordsOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text
}

/** Words on one line, in which Markdown sees nothing but words. */
function plain(words: string): string {
  return words
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>#|~$&]/gu, String.raw`\$&`)
    .replace(/^(\d+)([.)])/u, String.raw`$1\$2`)
    .replace(/^([-+=:])/u, String.raw`\$1`)
}
