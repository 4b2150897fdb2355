import { beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { browserStorage } from '../../test/browser-storage.ts'
import { forgetAllUnloadBackups, forgetUnloadBackup } from './unload-backup.ts'
import { keepUnloadBackup, unloadBackupKey, recallUnloadBackups } from './unload-backup.ts'

beforeEach(() => {
  vi.stubGlobal('localStorage', browserStorage())
})

it('[K11] keeps what was on its way for the next page, per copy and per tab', () => {
  keepUnloadBackup(unloadBackupKey('mine'), [anUpdate('een')], { unsaved: 2 })
  keepUnloadBackup(unloadBackupKey('mine'), [anUpdate('twee')], {})
  keepUnloadBackup(unloadBackupKey('mine of another'), [anUpdate('drie')], {})
  keepUnloadBackup(unloadBackupKey('mine'), [], {})
  const document = new Y.Doc()
  const words = recallUnloadBackups('mine')
  for (const { update } of words) if (update !== undefined) Y.applyUpdate(document, update)
  expect([...document.getMap('words').keys()].toSorted()).toEqual(['een', 'twee'])
  expect(words.map(({ facts }) => facts)).toContainEqual({ unsaved: 2 })
})

it('[K6] removes them with their copy, and all of them with all copies', () => {
  keepUnloadBackup(unloadBackupKey('one'), [anUpdate('een')], {})
  keepUnloadBackup(unloadBackupKey('two'), [anUpdate('twee')], {})
  forgetUnloadBackup('one')
  expect(recallUnloadBackups('one')).toEqual([])
  expect(recallUnloadBackups('two')).toHaveLength(1)
  forgetAllUnloadBackups()
  expect(recallUnloadBackups('two')).toEqual([])
})

it('[K11] passes over what somebody else wrote there', () => {
  localStorage.setItem(unloadBackupKey('one'), '{"update": 3')
  expect(recallUnloadBackups('one')).toEqual([])
})

function anUpdate(word: string): Uint8Array {
  const document = new Y.Doc()
  document.getMap('words').set(word, true)
  return Y.encodeStateAsUpdate(document)
}
