#!/usr/bin/env bash
# librsvg throws a space that does not break (U+00A0) away at the edge of a tspan, as if it were an
# ordinary space. SVG and CSS collapse U+0020, tabs and line ends only; browsers, Inkscape and
# LibreOffice keep it. Whoever writes it there so that no reader eats the space between two words that
# look different (the usual trick) gets "eentweedrie" in everything that reads with librsvg: sharp,
# ImageMagick, thumbnails of GNOME. An ordinary space and xml:space="preserve" work in all of them.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sharp@0.35.5 >/dev/null

cat > read.cjs <<'JS'
const assert = require('node:assert/strict')
const sharp = require('sharp')

const runs = (space) => ['een' + space, 'twee', space + 'drie'].map((text) => `<tspan>${text}</tspan>`).join('')
async function widthOf(content, attributes = '') {
  const text = `<text x="10" y="40" font-size="30" font-family="Arial, sans-serif" ${attributes}>${content}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="60"><rect width="600" height="60" fill="#fff"/>${text}</svg>`
  const { info } = await sharp(Buffer.from(svg)).trim().toBuffer({ resolveWithObject: true })
  return info.width
}

async function main() {
  const [none, nbsp, kept, oneText] = [
    await widthOf(runs('')),
    await widthOf(runs('\u00A0')),
    await widthOf(runs(' '), 'xml:space="preserve"'),
    await widthOf('een\u00A0twee\u00A0drie'),
  ]
  console.log('sharp', sharp.versions.sharp, 'librsvg', sharp.versions.rsvg)
  console.log('without spaces:             ', none, 'px')
  console.log('U+00A0 at the edges:        ', nbsp, 'px')
  console.log('xml:space="preserve":       ', kept, 'px')
  console.log('U+00A0 in the middle of one:', oneText, 'px')
  assert.equal(nbsp, none)
  assert.ok(kept > none)
  assert.ok(oneText > none)
}
main()
JS
node read.cjs
