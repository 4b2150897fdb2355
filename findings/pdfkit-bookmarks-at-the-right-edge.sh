#!/usr/bin/env bash
# pdfkit 0.20.2 writes the horizontal place of a bookmark as the width of the page minus `left`. Whoever gives
# the one option that its guide names (`outline.addItem('Chapter', { expanded: true })`) gets a bookmark at the
# right edge of the page (/XYZ 595 …) instead of the whole page (/Fit) that it is without options; `left: 72`
# comes to 523 of 595 points. PDF counts from the left (ISO 32000-1, table 151), and so does pdfkit itself in
# `addNamedDestination('x', 'XYZ', 72, …)`. A reader who has zoomed in and picks such a chapter is shown the
# right margin. Until it is mended: pass `fit: true`, or `left: page.width` for the left edge.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pdfkit@0.20.2 unpdf@1.8.1 >/dev/null

cat > bookmarks.mjs <<'JS'
import assert from 'node:assert/strict'
import PDFDocument from 'pdfkit'
import { getDocumentProxy } from 'unpdf'

const pdf = new PDFDocument({ size: 'A4', font: null })
const chunks = []
pdf.on('data', (chunk) => chunks.push(chunk))
const ended = new Promise((resolve) => pdf.on('end', resolve))
pdf.outline.addItem('no options')
pdf.outline.addItem('expanded: true', { expanded: true })
pdf.outline.addItem('left: 72', { left: 72 })
pdf.outline.addItem('left: page.width', { left: pdf.page.width })
pdf.addNamedDestination('named', 'XYZ', 72, 100, 0)
pdf.end()
await ended

const read = await getDocumentProxy(new Uint8Array(Buffer.concat(chunks)))
const outline = await read.getOutline()
const named = await read.getDestination('named')
const shown = ([, { name }, left]) => (left === undefined ? name : `${name}, left ${Math.round(left)}`)
console.log('width of the page:        ', Math.round(pdf.page.width))
for (const { title, dest } of outline) console.log(`bookmark, ${title}:`.padEnd(26), shown(dest))
console.log('named destination at 72:  ', shown(named))
assert.deepEqual(
  outline.map(({ dest }) => shown(dest)),
  ['Fit', 'XYZ, left 595', 'XYZ, left 523', 'XYZ, left 0'],
)
assert.equal(shown(named), 'XYZ, left 72')
JS
node bookmarks.mjs
