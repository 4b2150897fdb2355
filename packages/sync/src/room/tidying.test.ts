import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CloseCode, encodeAnswer, encodeAsk, encodeUpdate } from '../protocol/index.ts'
import { aRoom } from '../test/a-room.ts'
import type { Line } from '../test/a-line.ts'
import type { TestRoom } from '../test/a-room.ts'
import { standingOf, stillDoc } from '../test/replayed.ts'
import type { Member } from './index.ts'

describe('formatting marks that nobody sees', () => {
  it('[R40] two people make the same words bold and a third writes elsewhere, in one tick: all is stored and shown', async () => {
    const meeting = await aMeeting(['anna', 'bram', 'cato', 'dirk'])
    const [anna, bram, cato, dirk] = meeting.people
    anna?.write((text) => text.format(0, 3, { bold: {} }))
    bram?.write((text) => text.format(0, 3, { bold: {} }))
    cato?.note('c', 1)
    await meeting.pass()
    expect(dirk?.doc.getMap('notes').get('c')).toBe(1)
    expect(dirk?.text.toDelta()).toEqual([
      { insert: 'een', attributes: { bold: {} } },
      { insert: ' twee drie' },
    ])
    await meeting.expectReplayed()
    meeting.expectOneBoard()
    expect(meeting.people.flatMap(({ own }) => own)).toEqual([])
  })

  it('[R40] one write that makes the board tidy is stored with that, and its writer is shown it', async () => {
    const meeting = await aMeeting(['anna', 'bram'])
    const eva = await meeting.sit({ identity: 'eva' })
    eva.line.say(encodeUpdate(formattedTwice(eva.doc)))
    await meeting.pass()
    await meeting.expectReplayed()
    expect(eva.line.all('update')).toHaveLength(1)
    const [anna] = meeting.people
    expect(standingOf(anna?.doc ?? new Y.Doc())).toEqual(meeting.test.room.read(standingOf))
  })

  it('[R40] an edit of the server leaves nothing for readers to tidy either', async () => {
    const meeting = await aMeeting(['anna', 'bram'])
    const [anna, bram] = meeting.people
    anna?.write((text) => text.format(0, 3, { bold: {} }))
    const edited = meeting.test.room.edit((doc) => {
      textOf(doc).format(0, 8, { bold: {} })
      textOf(doc).delete(3, 1)
    })
    bram?.write((text) => text.format(4, 4, { bold: {}, italic: {} }))
    await meeting.pass()
    await edited
    await meeting.expectReplayed()
    meeting.expectOneBoard()
    expect(meeting.people.flatMap(({ own }) => own)).toEqual([])
  })

  it('[R40] words between two stretches of bold go: the marks that are left twice go with them', async () => {
    const meeting = await aMeeting(['anna', 'bram'])
    const [anna, bram] = meeting.people
    anna?.write((text) => text.format(4, 4, { bold: {} }))
    await meeting.pass()
    bram?.write((text) => text.format(0, 3, { bold: {} }))
    anna?.write((text) => text.format(9, 4, { bold: {} }))
    await meeting.pass()
    anna?.write((text) => text.delete(3, 1))
    bram?.write((text) => text.delete(8, 1))
    await meeting.pass()
    await meeting.expectReplayed()
    expect(anna?.text.toString()).toBe('<bold>een</bold><bold>twee</bold><bold>drie</bold>')
    meeting.expectOneBoard()
  })

  it('[R40] after a restart a reader who tidied as well joins and answers as before', async () => {
    const meeting = await aMeeting(['anna', 'bram', 'cato'])
    const [anna, bram, cato] = meeting.people
    anna?.write((text) => text.format(0, 3, { bold: {} }))
    bram?.write((text) => text.format(0, 3, { bold: {} }))
    await meeting.pass()
    const { log } = meeting.test
    await meeting.test.room.close()
    const again = await aRoom({ log })
    const reader = again.join({ identity: 'cato', mayWrite: () => false, speaksStip: false })
    const doc = cato?.doc ?? new Y.Doc()
    reader.say(encodeAsk(Y.encodeStateVector(doc)))
    const [asked] = reader.all('ask')
    reader.say(encodeAnswer(Y.encodeStateAsUpdate(doc, asked?.content)))
    await again.clock.pass(100)
    expect(reader.closedWith).toBeUndefined()
    expect(again.room.read(standingOf)).toEqual(standingOf(doc))
  })

  it('[R40] a disk that kept a write without what the board did by itself: tidied once, before anybody joins', async () => {
    const meeting = await aMeeting(['anna', 'cato'])
    const [anna, cato] = meeting.people
    const { log } = meeting.test
    await meeting.test.room.close()
    const twice = formattedTwice(anna?.doc ?? new Y.Doc())
    await log.append(meeting.test.room.boardId, [{ author: 'anna', update: twice }])
    const again = await aRoom({ log })
    expect(standingOf(stillDoc(await again.stored()))).toEqual(again.room.read(standingOf))
    const reader = cato ?? new Screen(again.join())
    reader.moveTo(again.join({ identity: 'cato', mayWrite: () => false, speaksStip: false }))
    reader.join()
    await again.clock.pass(1_000)
    reader.takeIn()
    expect(reader.own).toEqual([])
    expect(standingOf(reader.doc)).toEqual(again.room.read(standingOf))
  })

  it('[R40] tries again to store that when the disk refuses at the start', async () => {
    const meeting = await aMeeting(['anna'])
    const [anna] = meeting.people
    const { log } = meeting.test
    await meeting.test.room.close()
    const twice = formattedTwice(anna?.doc ?? new Y.Doc())
    await log.append(meeting.test.room.boardId, [{ author: 'anna', update: twice }])
    log.disk = 'full'
    const again = await aRoom({ log })
    const before = again.room.read(standingOf)
    log.disk = 'well'
    await again.clock.pass(10_000)
    expect(again.room.read(standingOf)).not.toEqual(before)
    expect(standingOf(stillDoc(await again.stored()))).toEqual(again.room.read(standingOf))
  })

  it.each([true, false])(
    '[R41] takes from a reader that marks go which nobody sees, our own client %s',
    async (speaksStip) => {
      const meeting = await aMeeting(['anna', 'bram'])
      const { test, people } = meeting
      // A board from before the server tidied: bold twice at one place.
      const [anna] = people
      const twice = formattedTwice(anna?.doc ?? new Y.Doc())
      anna?.line.say(encodeUpdate(twice))
      await meeting.pass()
      const reader = new Screen(test.join({ identity: 'cato', mayWrite: () => false, speaksStip }))
      reader.join()
      reader.takeIn()
      reader.doc.transact(() => Y.cleanupYTextFormatting(reader.text))
      reader.answer()
      await meeting.pass()
      expect(reader.line.closedWith).toBeUndefined()
      expect(reader.line.all('refused')).toEqual([])
      await meeting.expectReplayed()
    },
  )

  it.each<[string, (text: Y.XmlText) => void]>([
    ['words', (text) => text.delete(0, 3)],
    ['a bold that one sees', (text) => text.format(0, 3, { bold: null })],
    ['a part of a bold that one sees', (text) => text.format(1, 1, { bold: null })],
    ['nothing, and writes', (text) => text.insert(0, 'x')],
  ])('[R41] refuses a reader who takes away %s', async (_what, change) => {
    const meeting = await aMeeting(['anna', 'bram'])
    const [anna] = meeting.people
    anna?.write((text) => text.format(0, 3, { bold: {} }))
    await meeting.pass()
    const before = meeting.test.room.read(standingOf)
    const reader = await meeting.sit({ identity: 'cato', mayWrite: () => false, speaksStip: false })
    reader.write(change)
    await meeting.pass()
    expect(reader.line.closedWith).toBe(CloseCode.mayNotWrite)
    expect(meeting.test.room.read(standingOf)).toEqual(before)
  })
})

/** Bold twice in the first place of the text, as two people leave it who never met. */
function formattedTwice(doc: Y.Doc): Uint8Array {
  const one = stillDoc([Y.encodeStateAsUpdate(doc)])
  const other = stillDoc([Y.encodeStateAsUpdate(doc)])
  const known = Y.encodeStateVector(doc)
  textOf(one).format(0, 3, { bold: {} })
  textOf(other).format(0, 3, { bold: {} })
  return Y.mergeUpdates([one, other].map((each) => Y.encodeStateAsUpdate(each, known)))
}

function textOf(doc: Y.Doc): Y.XmlText {
  const text = doc.getMap('notes').get('text')
  if (!(text instanceof Y.XmlText)) throw new Error('There is no text on the board.')
  return text
}

/** Somebody with a document as Yjs itself keeps it, who says whatever it changes by itself too. */
class Screen {
  readonly doc = new Y.Doc()
  /** What the document did by itself. */
  readonly own: Uint8Array[] = []
  line: Line
  #heard = 0

  constructor(line: Line) {
    this.line = line
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'line') return
      if (origin !== 'write') this.own.push(update)
      this.line.say(encodeUpdate(update))
    })
  }

  /** Goes on over another line, with all that it has. */
  moveTo(line: Line): void {
    this.line = line
    this.#heard = 0
  }

  get text(): Y.XmlText {
    return textOf(this.doc)
  }

  join(): void {
    this.line.say(encodeAsk(Y.encodeStateVector(this.doc)))
  }

  answer(): void {
    this.line.say(encodeAnswer(Y.encodeStateAsUpdate(this.doc)))
  }

  write(change: (text: Y.XmlText) => void): void {
    this.doc.transact(() => change(this.text), 'write')
  }

  note(name: string, value: number): void {
    this.doc.transact(() => this.doc.getMap('notes').set(name, value), 'write')
  }

  takeIn(): void {
    for (const said of this.line.heard.slice(this.#heard)) {
      this.#heard++
      if (said.kind === 'answer' || said.kind === 'update') {
        Y.applyUpdate(this.doc, said.content, 'line')
      }
    }
  }
}

interface Meeting {
  readonly test: TestRoom
  readonly people: readonly Screen[]
  readonly sit: (member: Partial<Member>) => Promise<Screen>
  /** Some ticks pass, and everybody takes in what was said. */
  readonly pass: () => Promise<void>
  /** [R40]: the log, replayed, is the board that is alive. */
  readonly expectReplayed: () => Promise<void>
  readonly expectOneBoard: () => void
}

/** People who look at a board with a text on it. */
async function aMeeting(identities: readonly string[]): Promise<Meeting> {
  const test = await aRoom()
  const written = test.room.edit((doc) => {
    const text = new Y.XmlText('een twee drie')
    doc.getMap('notes').set('text', text)
  })
  await test.clock.pass(100)
  await written
  const people: Screen[] = []
  const pass = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      // oxlint-disable-next-line no-await-in-loop
      await test.clock.pass(100)
      for (const person of people) person.takeIn()
    }
  }
  const sit = async (member: Partial<Member>): Promise<Screen> => {
    const screen = new Screen(test.join(member))
    people.push(screen)
    screen.join()
    await test.clock.pass(1_000)
    screen.takeIn()
    screen.answer()
    await pass()
    return screen
  }
  for (const identity of identities) {
    // oxlint-disable-next-line no-await-in-loop
    await sit({ identity, speaksStip: false })
  }
  return {
    test,
    people,
    sit,
    pass,
    expectReplayed: async () => {
      expect(standingOf(stillDoc(await test.stored()))).toEqual(test.room.read(standingOf))
    },
    expectOneBoard: () => {
      for (const { doc } of people) expect(standingOf(doc)).toEqual(test.room.read(standingOf))
    },
  }
}
