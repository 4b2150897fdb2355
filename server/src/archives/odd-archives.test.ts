import { ArchiveRefusedError, paths } from '@stip/report/archive'
import { createRecord, textFragment } from '@stip/documents'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { aMergedEvening } from '../test/a-merged-evening.ts'
import { aNote } from '../test/a-note.ts'
import { archiveFrom, changed, sendArchive } from '../test/an-archive.ts'
import { refused } from '../test/device.ts'
import { readArchive } from './read-archive.ts'

/** A way in which somebody changed a file of an archive, hashes and all. */
interface Oddity {
  readonly what: string
  readonly path: string
  readonly change: (words: string) => string | Uint8Array
}

it('[AR10] an archive that was changed by hand is opened only when all of it is as Stip makes it', async () => {
  const { server, session, inGroups, visionId } = await anArchivedEvening()
  const zip = await archiveFrom(session.facilitator, session.id)
  const [anna] = inGroups
  const board = anna?.boardId ?? ''
  expect(readArchive(zip).session.id).toBe(session.id)
  // Nothing but spaces.
  expect(problemWith(changed(zip, paths.events, (words) => `${words} `))).toBeUndefined()
  const document = (what: string, change: (doc: Y.Doc) => void): Oddity => ({
    what,
    path: paths.document(board),
    change: () => {
      const doc = new Y.Doc()
      const opened = readArchive(zip).boards.find(({ id }) => id === board)
      Y.applyUpdate(doc, opened?.update ?? new Uint8Array())
      change(doc)
      return Y.encodeStateAsUpdate(doc)
    },
  })
  const oddities: readonly Oddity[] = [
    text('a session that goes on', paths.session, /"endedAt":\d+/, '"endedAs":1'),
    text('a session of another name', paths.session, /"id":"/, '"id":"x'),
    text('a title that is none', paths.session, /"title":"[^"]+"/, '"title":7'),
    text('a board of nobody', paths.session, /"kind":"plenary"/, '"kind":"private"'),
    text('a group board of no group', paths.session, /"groupId":"/, '"groupId":"x'),
    text('a person without a name', paths.session, /"name":"Anna"/, '"name":null'),
    text('what was taken away', paths.session, /"state":\[\]/, '"state":[{}]'),
    text('an ability that nobody knows', paths.session, '"clock":', '"voting":'),
    { what: 'no JSON', path: paths.session, change: () => '{' },
    text('an event twice', paths.events, /"sequence": 1,/, '"sequence": 0,'),
    text('an event of later', paths.events, /"revision": 1,/, '"revision": 100000,'),
    text('an event that cannot be told', paths.events, /"position": \d/, '"position": "a"'),
    text('a capacity that is none', paths.events, '"by": "facilitator"', '"by": "mayor"'),
    text('a board that is not of it', paths.history, visionId, 'another'),
    text('another hash of a version', paths.history, /"hash": "...../, '"hash": "00000'),
    text('another word in a version', paths.version('1'), 'Elke buurt', 'Elke straat'),
    text('a merge that is none', paths.merge(1), /"sourcesBefore": \[/, '"before": ['),
    text('an owner that is nobody', paths.board(board), '"untold"', '"somebody"'),
    text('a period that is none', paths.board(board), /"period": 1/, '"period": -1'),
    { what: 'a document that is none', path: paths.document(board), change: () => 'briefje' },
    document('something beside its records', (doc) => doc.getMap('other').set('a', 1)),
    document('a record that is none', (doc) => doc.getMap('records').set('shape:x', new Y.Map())),
    document('a record that nobody can draw', (doc) => {
      const note = aNote('shape:wild', 'Een')
      createRecord(doc, { ...note, props: { ...note.props, color: 'a colour that is none' } })
    }),
    document('a source that is none', (doc) => {
      const records = doc.getMap<Y.Map<unknown>>('records')
      records.get('shape:punt-A')?.set('sources', [{ board: 7 }])
    }),
    document('something in it that is no value', (doc) => {
      createRecord(doc, aNote('wild', 'Een'))
      doc.getMap<Y.Map<unknown>>('records').get('shape:wild')?.set('xy', new Y.Map())
    }),
    document('another kind of element in a text', (doc) => {
      wordsOf(doc).insert(0, [new Y.XmlElement('script')])
    }),
    document('a link that is a program', (doc) => {
      const link = { href: 'javascript:alert(1)' }
      const paragraph = wordsOf(doc).get(0) as Y.XmlElement
      ;(paragraph.get(0) as Y.XmlText).format(0, 2, { link })
    }),
    document('a direction that is none', (doc) => {
      ;(wordsOf(doc).get(0) as Y.XmlElement).setAttribute('dir', 7 as never)
    }),
    document('lists in lists in lists', (doc) => {
      let parent: Y.XmlFragment = wordsOf(doc)
      for (let depth = 0; depth < 60; depth++) {
        const child = new Y.XmlElement(depth % 2 === 0 ? 'bulletList' : 'listItem')
        parent.insert(0, [child])
        parent = child
      }
    }),
    document('a generation that is none', (doc) => doc.getMap('board').set('generation', 'first')),
    document('something beside its generation', (doc) => doc.getMap('board').set('a', 1)),
    text('something endless in an event', paths.events, '"type": "', `"a": ${deep}, "type": "`),
    text(
      'something endless in a state',
      paths.session,
      '"abilities":',
      `"a": ${deep}, "abilities":`,
    ),
    text(
      'something endless in a moment',
      paths.board(board),
      '"kind": "',
      `"a": ${deep}, "kind": "`,
    ),
    text('something endless in a merge', paths.merge(1), '"id": "', `"a": ${deep}, "id": "`),
  ]
  for (const { what, path, change } of oddities) {
    const isNewer = what === 'an ability that nobody knows'
    expect([what, problemWith(changed(zip, path, change))]).toEqual([
      what,
      isNewer ? 'newer-archive' : 'archive-damaged',
    ])
  }
  // From outside, on another server and on this.
  const device = server.newDevice()
  const letter = await refused(await sendArchive(device, Uint8Array.from(Buffer.from('Beste'))))
  expect(letter).toMatchObject({ status: 415, code: 'no-archive' })
  const damaged = changed(zip, paths.version('1'), () => '{}')
  expect(await refused(await sendArchive(device, damaged))).toMatchObject({
    status: 422,
    code: 'archive-damaged',
  })
})

/** So much in each other that no program writes it out again. */
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`

function wordsOf(doc: Y.Doc): Y.XmlFragment {
  createRecord(doc, aNote('wild', 'Een'))
  const fragment = textFragment(doc, 'shape:wild')
  if (fragment === undefined) throw new Error('A note has a text.')
  return fragment
}

/** Words in place of the first that are like this, which have to be there. */
function text(what: string, path: string, from: string | RegExp, to: string): Oddity {
  const change = (words: string): string => {
    const next = words.replace(from, to)
    expect([what, next === words]).toEqual([what, false])
    return next
  }
  return { what, path, change }
}

async function anArchivedEvening() {
  const evening = await aMergedEvening()
  const { session } = evening
  await session.command({ type: 'save-version' })
  await session.command({ type: 'end-session' })
  const { boards } = await session.view()
  return { ...evening, visionId: boards.find(({ kind }) => kind === 'vision')?.id ?? '' }
}

function problemWith(zip: Uint8Array): string | undefined {
  try {
    readArchive(zip)
    return undefined
  } catch (error) {
    if (error instanceof ArchiveRefusedError) return error.problem
    throw error
  }
}
