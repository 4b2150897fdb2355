// @vitest-environment jsdom
import { queryObjects, setFlagsFromString } from 'node:v8'
import { Editor } from 'tldraw'
import { beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Drawer } from '../test/drawer.ts'
import { fillGapsOfJsdom } from '../test/headless-editor.ts'
import { SimulatedRoom } from '../test/simulated-room.ts'

beforeAll(fillGapsOfJsdom)

it('leaves nothing of a board in memory after it was closed', () => {
  // Counting them collects what nobody holds any more.
  setFlagsFromString('--expose-gc')
  for (let time = 0; time < 5; time++) openAndClose()
  // A frame of the engine may still hold the last one.
  expect(queryObjects(Editor)).toBeLessThan(2)
  expect(queryObjects(Y.Doc)).toBeLessThan(3)
}, 60_000)

function openAndClose(): void {
  const drawer = new Drawer(new SimulatedRoom(), 1)
  drawer.editor.createShape({ type: 'note' })
  drawer.frame()
  drawer.leave()
}
