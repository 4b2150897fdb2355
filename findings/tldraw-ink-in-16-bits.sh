#!/usr/bin/env bash
# Since 4.3 tldraw keeps ink as a first point of 32 bits and, for every further point, the difference with
# the one before in 16 bits. A straight piece (a line drawn with shift) can be as long as a board is wide:
# beyond 65,504 px its end becomes Infinity, and at some thousands of px it is off by more than half a
# px; differences are taken from the exact points, so that the errors of a long stroke add up. It happens
# while a drawing of 3.15.6 is migrated, without an error: the result passes the validators of 5.5.2,
# because the points are a text now. Whoever migrates stored boards should check the ends of
# straight pieces first, and whoever reads such files must expect points that are no number.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund \
  old@npm:@tldraw/tlschema@3.15.6 new@npm:@tldraw/tlschema@5.5.2 >/dev/null

cat > read.mjs <<'JS'
import assert from 'node:assert/strict'
import * as old from 'old'
import * as now from 'new'

const before = old.createTLSchema()
const after = now.createTLSchema()

/** A drawing of one piece as 3.15.6 stores it, migrated by 5.5.2, and its last point read back. */
function migrated(type, points) {
  const shape = {
    typeName: 'shape', id: 'shape:ink', type: 'draw', x: 0, y: 0, rotation: 0, index: 'a1',
    parentId: 'page:page', isLocked: false, opacity: 1, meta: {},
    props: {
      color: 'black', fill: 'none', dash: 'draw', size: 'm', segments: [{ type, points }],
      isComplete: true, isClosed: false, isPen: false, scale: 1,
    },
  }
  before.types.shape.validate(shape)
  const outcome = after.migrateStoreSnapshot({
    store: { 'shape:ink': shape },
    schema: before.serialize(),
  })
  assert.equal(outcome.type, 'success')
  const found = after.types.shape.validate(outcome.value['shape:ink'])
  return now.b64Vecs.decodePoints(found.props.segments[0].path).at(-1)
}

const far = migrated('straight', [{ x: 0, y: 0, z: 0.5 }, { x: 70_000, y: 0, z: 0.5 }])
const near = migrated('straight', [{ x: 0, y: 0, z: 0.5 }, { x: 3001.3, y: 0, z: 0.5 }])
const stroke = Array.from({ length: 600 }, (_, i) => ({ x: i * 7.3, y: Math.sin(i / 9) * 300, z: 0.5 }))
const end = migrated('free', stroke)
const off = Math.hypot(end.x - stroke.at(-1).x, end.y - stroke.at(-1).y)
console.log('@tldraw/tlschema 3.15.6 to 5.5.2')
console.log('straight to x = 70000:   x =', far.x)
console.log('straight to x = 3001.3:  x =', near.x)
console.log('stroke of 600 points:    its end is off by', off.toFixed(2), 'px')

assert.equal(far.x, Infinity)
assert.equal(near.x, 3002)
assert.ok(off > 0.2 && off < 1)
JS
node read.mjs 2>/dev/null
