#!/usr/bin/env bash
# Papa Parse picks one line end for a whole text, from the first that it meets. A table in which
# CRLF and LF are mixed (half of it written by one program, half added by another; RFC 4180 tells readers
# to be lenient) loses rows: with `header` they end up in the cells of the row before. The one error
# that is given is about the number of fields and not about line ends, and without `header` there is
# none. Whoever reads tables of whiteboards with it should bring line ends to one kind first.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund papaparse@5.7.1 >/dev/null

cat > read.cjs <<'JS'
const assert = require('node:assert/strict')
const Papa = require('papaparse')

const mixed = 'tekst;kleur\r\nMeer groen;lichtgroen\nRust;geel\nWater;blauw\r\nBomen;groen\r\n'
const even = mixed.replaceAll('\r\n', '\n')
const rowsOf = (text, options) => Papa.parse(text, { skipEmptyLines: true, ...options })

const right = rowsOf(even, { header: true })
const found = rowsOf(mixed, { header: true })
const bare = rowsOf(mixed, {})
console.log('papaparse', require('papaparse/package.json').version)
console.log('one kind of line end:', right.data.length, 'notes, errors', right.errors.length)
console.log('mixed:               ', found.data.length, 'notes, errors', found.errors.map(({ code }) => code))
console.log('mixed, first note:   ', JSON.stringify(found.data[0]))
console.log('mixed, no headings:  ', bare.data.length, 'rows, errors', bare.errors.length)

assert.equal(right.data.length, 4)
assert.equal(found.data.length, 2)
assert.equal(found.data[0].kleur, 'lichtgroen\nRust')
assert.deepEqual(found.errors.map(({ code }) => code), ['TooManyFields'])
assert.equal(bare.data.length, 3)
assert.equal(bare.errors.length, 0)
assert.equal(found.meta.linebreak, '\r\n')
JS
node read.cjs
