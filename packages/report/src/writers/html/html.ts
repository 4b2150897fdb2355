import type { Block, Cell, Document, Item } from '../../document/blocks.ts'
import { colorOfGroup } from '../means.ts'
import type { Means } from '../means.ts'
import { style } from './style.ts'

/** The document as one page that asks nothing of anybody: letters and pictures are in it. */
export function writeHtml({ front, blocks, foot }: Document, means: Means): Uint8Array {
  const facts = front.facts.map(
    ({ name, text }) => `<div><dt>${plain(name)}</dt><dd>${plain(text)}</dd></div>`,
  )
  const notice = front.notice.text.map((text) => `<p>${plain(text)}</p>`)
  return Buffer.from(`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'">
<title>${plain(`${front.title} · ${front.below}`)}</title>
<style>${style(means.typefaces)}</style>
</head>
<body>
<header>
<p class="above">${plain(front.above)}</p>
<h1>${plain(front.title)}</h1>
<p class="below">${plain(front.below)}</p>
<dl>${facts.join('')}</dl>
<aside aria-labelledby="notice"><p id="notice"><strong>${plain(front.notice.title)}</strong></p>${notice.join('')}</aside>
</header>
<main>
${blocks.map((block) => written(block, means)).join('\n')}
</main>
<footer><p>${plain(foot)}</p></footer>
</body>
</html>
`)
}

function written(block: Block, means: Means): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${plain(block.text)}</h${block.level + 1}>`
    case 'paragraph':
      return `<p${block.isSmall ? ' class="small"' : ''}>${plain(block.text)}</p>`
    case 'sentence': {
      const under = block.under === '' ? '' : `<p class="small">${plain(block.under)}</p>`
      return `<div class="sentence${block.isVoice ? ' voice' : ''}"><p class="label">${plain(block.label)}</p><p class="words">${plain(block.text)}</p>${under}</div>`
    }
    case 'list':
      return `<ul>${block.items.map((item) => point(item)).join('')}</ul>`
    case 'table':
      return table(block)
    case 'figure':
      return figure(block, means)
    default:
      return block satisfies never
  }
}

function point({ letter, from, text, answer }: Item): string {
  const color = letter === undefined ? '' : ` style="color:${colorOfGroup(letter)}"`
  const before = from === undefined ? '' : `<strong${color}>${plain(from)}</strong> `
  const after = answer === undefined ? '' : `<br><span class="small">${plain(answer)}</span>`
  return `<li>${before}${plain(text)}${after}</li>`
}

function table({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const head = columns.map(
    ({ title, isNumber }) => `<th scope="col"${number(isNumber)}>${plain(title)}</th>`,
  )
  const body = rows.map((row) => {
    const cells = row.map((cell, place) => {
      const isNumber = columns[place]?.isNumber
      return place === 0
        ? `<th scope="row">${cellOf(cell)}</th>`
        : `<td${number(isNumber)}>${cellOf(cell)}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<div class="wide" tabindex="0" role="group" aria-label="${plain(caption)}"><table><caption>${plain(caption)}</caption><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}

function number(isNumber: boolean | undefined): string {
  return isNumber === true ? ' class="number"' : ''
}

function cellOf(cell: Cell): string {
  if (typeof cell === 'string') return plain(cell)
  const width = (100 * cell.share).toFixed(1)
  return `<span class="bar" aria-hidden="true"><span style="width:${width}%"></span></span> ${plain(cell.text)}`
}

function figure(
  { picture, alt, caption }: Extract<Block, { kind: 'figure' }>,
  { pictures }: Means,
): string {
  const bytes = pictures.get(picture.sha256)
  if (bytes === undefined) return `<p>${plain(alt)}</p>`
  const source = `data:${picture.mediaType};base64,${Buffer.from(bytes).toString('base64')}`
  const under = caption === '' ? '' : `<figcaption>${plain(caption)}</figcaption>`
  return `<figure><img src="${source}" width="${picture.width}" height="${picture.height}" alt="${plain(alt)}">${under}</figure>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function plain(words: string): string {
  return words.replaceAll(/[&<>"']/gu, (sign) => entities[sign] ?? sign)
}
