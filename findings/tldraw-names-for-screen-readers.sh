#!/usr/bin/env bash
# tldraw 3.15.6 gives the handles of a selection and what its keys do names for screen readers, and has them
# in one of its fifty languages: a translation file holds what was translated, and what it lacks is taken
# from English without a word. On a board in Dutch one hears "Rotate top left" between Dutch names. In
# 5.4.2 all but two languages have them. Whoever stays with 3.15.6 should add those names through
# `overrides.translations`, and test that none is missing.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  old@npm:@tldraw/assets@3.15.6 new@npm:@tldraw/assets@5.4.2 >/dev/null

cat > read.mjs <<'JS'
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'

function wordsOf(version, language) {
  return JSON.parse(readFileSync(`node_modules/${version}/translations/${language}.json`, 'utf8'))
}

/** Names that only a screen reader or a keyboard needs, and how many languages have all of them. */
function lookAt(version) {
  const spoken = Object.keys(wordsOf(version, 'main')).filter((key) => /^(?:handle|a11y)\./.test(key))
  const languages = readdirSync(`node_modules/${version}/translations`)
    .map((file) => file.replace('.json', ''))
    .filter((language) => !['main', 'en', 'languages'].includes(language))
  const lacks = (language) => spoken.filter((key) => !(key in wordsOf(version, language)))
  return {
    names: spoken.length,
    languages: languages.length,
    complete: languages.filter((language) => lacks(language).length === 0).length,
    lackingInDutch: lacks('nl').length,
  }
}

const [before, now] = [lookAt('old'), lookAt('new')]
console.log('@tldraw/assets 3.15.6:', JSON.stringify(before))
console.log('@tldraw/assets 5.4.2: ', JSON.stringify(now))

assert.deepEqual(before, { names: 39, languages: 50, complete: 1, lackingInDutch: 34 })
assert.deepEqual(now, { names: 43, languages: 50, complete: 48, lackingInDutch: 0 })
JS
node read.mjs
