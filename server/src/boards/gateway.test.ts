import { createRecord } from '@stip/documents'
import type { Member } from '@stip/sync/room'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { gatewayOf } from './gateway.ts'

describe('a board on which the facilitator asks for notes only', () => {
  it('[B73] takes no drawing of a participant, and takes one of the facilitator', () => {
    const gateway = gatewayOf({ images: () => false, onlyNotes: () => true, image: () => true })
    const horizon = anUpdate()
    expect(gateway(new Y.Doc(), horizon, aMember('anna'), nobody)).toMatchObject({
      kind: 'refused',
      reason: 'notes-only',
    })
    expect(gateway(new Y.Doc(), horizon, aMember('facilitator'), nobody).kind).toBe('accepted')
  })
})

function anUpdate(): Uint8Array {
  const board = new Y.Doc()
  createRecord(board, {
    id: 'shape:h',
    typeName: 'shape',
    type: 'horizon',
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    props: { w: 600, scale: 1, color: 'black' },
    meta: {},
  })
  return Y.encodeStateAsUpdate(board)
}

const nobody = (): undefined => undefined

function aMember(identity: string): Member {
  return { identity, mayWrite: () => true, presence: () => undefined, speaksStip: true }
}
