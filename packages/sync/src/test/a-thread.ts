import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import * as Y from 'yjs'
import type { LogEntry, MadeUpdate } from '../room/index.ts'
import type { CrashingDisk } from './crashing-disk.ts'
import { inParts } from './in-parts.ts'
import type { ManualClock } from './manual-clock.ts'
import { stillDoc } from './replayed.ts'
import { editTextAtRandom } from './texts.ts'

interface Edit {
  readonly note: string
  readonly value: number
}

/** What makes an edit elsewhere: of what is on disk, some time later, or not at all. */
export function aThread(
  disk: CrashingDisk,
  clock: ManualClock,
  random: Random,
  edit: Edit,
): (clientId: number) => Promise<MadeUpdate | undefined> {
  const [ms, fate] = [below(random, 300), below(random, 8)]
  return async (clientId) => {
    const { entries } = disk.contents
    const isTime = Promise.withResolvers<void>()
    clock.after(ms, isTime.resolve)
    await isTime.promise
    if (fate === 0) throw new Error('the thread ended')
    return fate === 1 ? undefined : madeOf(entries, clientId, edit, random)
  }
}

/** Also in texts that others write in, which are left for the room to tidy. */
function madeOf(
  entries: readonly LogEntry[],
  clientId: number,
  { note, value }: Edit,
  random: Random,
): MadeUpdate {
  const doc = stillDoc(entries.map(({ update }) => update))
  doc.clientID = clientId
  const before = Y.encodeStateVector(doc)
  doc.transact(() => {
    for (let edits = below(random, 5); edits > 0; edits--) editTextAtRandom(doc, random, value)
    doc.getMap('notes').set(note, value)
  })
  const update = Y.encodeStateAsUpdate(doc, before)
  const parts = inParts(update, Y.decodeStateVector(before))
  return { update, parts, whole: Y.encodeStateAsUpdate(doc) }
}
