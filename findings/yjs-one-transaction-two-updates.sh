#!/usr/bin/env bash
# yjs 13.6.33: one transaction can send two 'update' events.
#
# Whoever formats words that are formatted already makes marks that are superfluous. When the outermost
# transaction ends, Yjs sends its update, and then tidies such marks in a transaction of its own, which
# sends a second one. So a server that takes several updates in one `transact` and keeps the last update
# that it hears as "what this batch was" stores and shows the tidying only. The work of the whole batch is
# in its document and nowhere else. What is seen below, with two people who make the same words bold
# and a third who writes elsewhere, all taken in one transaction:
#   updates: 2
#   the last one alone knows the third person's words: false
#   both merged know them: true
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund yjs@13.6.33
cat >try.mjs <<'JS'
import * as Y from 'yjs'

const person = (clientID, state) => {
  const doc = new Y.Doc()
  doc.clientID = clientID
  if (state !== undefined) Y.applyUpdate(doc, state)
  return doc
}
const change = (doc, work) => {
  const before = Y.encodeStateVector(doc)
  work(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

const server = person(1)
server.getText('note').insert(0, 'meer groen in de wijk')
const state = Y.encodeStateAsUpdate(server)
const batch = [
  change(person(2, state), (doc) => doc.getText('note').format(0, 10, { bold: {} })),
  change(person(3, state), (doc) => doc.getText('note').format(0, 10, { bold: {} })),
  change(person(4, state), (doc) => doc.getText('other').insert(0, 'een bank')),
]

const heard = []
server.on('update', (update) => heard.push(update))
server.transact(() => {
  for (const update of batch) Y.applyUpdate(server, update)
})
const knows = (updates) => {
  const doc = person(5, state)
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('other').toString() === 'een bank'
}
console.log(`updates: ${heard.length}`)
console.log(`the last one alone knows the third person's words: ${knows(heard.slice(-1))}`)
console.log(`both merged know them: ${knows([Y.mergeUpdates(heard)])}`)
JS
expected="updates: 2
the last one alone knows the third person's words: false
both merged know them: true"
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
