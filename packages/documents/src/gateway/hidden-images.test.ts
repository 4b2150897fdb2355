import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { imageAddresses } from '../overview/image-addresses.ts'
import { limits } from '../schema/limits.ts'
import { anAsset, aNote } from '../test/records.ts'
import { changeFields, createRecord } from '../record/write-record.ts'
import { checkUpdate } from './check-update.ts'

it('[B74] a board takes no image that may not be shown there, new or at another address', () => {
  const server = new Y.Doc()
  createRecord(server, anAsset('foto'))
  const rules = { ...limits, mayShow: (address: string) => !address.includes('geheim') }
  const secret = '/api/assets/avond/geheim.png'
  const accepted = { kind: 'accepted' }
  const anna = new Y.Doc()
  Y.applyUpdate(anna, Y.encodeStateAsUpdate(server))
  const updates: Uint8Array[] = []
  anna.on('update', (update) => void updates.push(update))
  createRecord(anna, anAsset('nieuw'))
  const fine = Y.mergeUpdates(updates.splice(0))
  expect(checkUpdate(server, fine, 'person', rules)).toMatchObject(accepted)
  Y.applyUpdate(server, fine)
  createRecord(anna, aNote('n'))
  createRecord(anna, anAsset('een', secret))
  changeFields(anna, 'asset:foto', { 'p.src': secret })
  const update = Y.mergeUpdates(updates)
  expect(checkUpdate(server, update, 'person', rules)).toEqual({
    kind: 'refused',
    reason: 'hidden-image',
    records: ['asset:een', 'asset:foto'],
  })
  expect(checkUpdate(server, update, 'person')).toMatchObject(accepted)
  Y.applyUpdate(server, update)
  expect(imageAddresses(server)).toEqual(new Set(['/api/assets/avond/foto.png', secret]))
})
