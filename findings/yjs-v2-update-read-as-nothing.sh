#!/usr/bin/env bash
# yjs 13.6.33: an update in the encoding V2, given to a reader of V1, is not refused: it is read as an empty one.
#
# V2 begins with a byte 0, which in V1 means "nobody wrote anything". `Y.decodeUpdate` and `Y.applyUpdate`
# stop there, read nothing of what follows and throw nothing. So a peer that sends V2 where V1 is spoken
# hears no complaint, and what answers "that is in" answers it about work that nobody has. Whoever
# confirms work has to see for itself that all bytes were read. What is seen below, with one text:
#   v1: 1 structs read, the text is 'meer groen'
#   v2 as v1: 0 structs read of 0 deletions, no error, the text is ''
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund yjs@13.6.33
cat >try.mjs <<'JS'
import * as Y from 'yjs'

const doc = new Y.Doc()
doc.getText('note').insert(0, 'meer groen')
const read = (update) => {
  const other = new Y.Doc()
  Y.applyUpdate(other, update)
  const { structs, ds } = Y.decodeUpdate(update)
  return { structs: structs.length, deletions: ds.clients.size, text: other.getText('note').toString() }
}
const one = read(Y.encodeStateAsUpdate(doc))
console.log(`v1: ${one.structs} structs read, the text is '${one.text}'`)
const two = read(Y.encodeStateAsUpdateV2(doc))
console.log(
  `v2 as v1: ${two.structs} structs read of ${two.deletions} deletions, no error, the text is '${two.text}'`,
)
JS
expected="v1: 1 structs read, the text is 'meer groen'
v2 as v1: 0 structs read of 0 deletions, no error, the text is ''"
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
