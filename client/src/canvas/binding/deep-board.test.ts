// @vitest-environment jsdom
import { createRecord } from '@stip/documents'
import { aFrame, aNote } from '@stip/documents/examples'
import { beforeAll, expect, it } from 'vitest'
import { Drawer } from '../test/drawer.ts'
import { fillGapsOfJsdom } from '../test/headless-editor.ts'
import { SimulatedRoom } from '../test/simulated-room.ts'

beforeAll(fillGapsOfJsdom)

it('[B143] a board from before with frames without end in each other opens, and one works on it', () => {
  const room = new SimulatedRoom()
  room.document.transact(() => {
    for (let number = 0; number < 100; number++) {
      createRecord(room.document, aFrame(`f${number}`, { parentId: parentOf(number), x: 1, y: 1 }))
    }
    createRecord(room.document, aNote('diep', { parentId: parentOf(100) }))
  })
  const person = new Drawer(room, 1)
  person.connect()
  person.line?.deliverAll()
  person.frame()
  expect(person.shown()).toHaveLength(101)
  expect([...person.binding.quarantine]).toEqual([])
  person.look()
  person.press()
  person.editor.createShape({ type: 'note', x: 3, y: 4 })
  person.frame()
  person.line?.deliverAll()
  expect(room.document.getMap('records').size).toBe(102)
  person.leave()
})

function parentOf(number: number): string {
  return number === 0 ? 'page:page' : `shape:f${number - 1}`
}
