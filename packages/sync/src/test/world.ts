import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import type * as Y from 'yjs'
import { CloseCode } from '../protocol/index.ts'
import { Room } from '../room/index.ts'
import { CrashingDisk } from './crashing-disk.ts'
import { Generations } from './generations.ts'
import type { Backup } from './generations.ts'
import { aThread } from './a-thread.ts'
import { editTogether, readAtRandom } from './crowds.ts'
import { ManualClock, settled } from './manual-clock.ts'
import { Person } from './person.ts'
import { Promises } from './promises.ts'
import { standingOf } from './replayed.ts'
import type { Standing } from './replayed.ts'
import { inSteps, testGateway } from './test-gateway.ts'
import { editTextAtRandom, prepareTexts, seenOn } from './texts.ts'

/** A server that stops, crashes and gets backups put back, its disk, and people with bad lines. */
export class World {
  readonly promises = new Promises()
  readonly #disk = new CrashingDisk()
  readonly #people: readonly Person[]
  readonly #readers: readonly Person[]
  /** A process has a clock of its own: the timers of a dead one never go off. */
  #clock = new ManualClock()
  #room: Room
  readonly #generations = new Generations()
  #backup: Backup | undefined
  #clientIds = 1_000
  #personIds = 0
  /** Written by who has nothing of the board yet: that fits every generation. */
  readonly #fresh = new Set<string>()
  /** With it, nearly every update is a large one, and the server has edits made elsewhere. */
  readonly #large: Random | undefined

  private constructor(room: Room, people: number, random: Random, large: Random | undefined) {
    this.#room = room
    this.#large = large
    const { fits, fitsClient } = this.#generations
    const place = () => ({ room: this.#room, fits, fitsClient })
    this.#people = Array.from({ length: people }, (_, number) => {
      const speaksStip = number === 0 || below(random, 3) > 0
      return new Person(`person-${number + 1}`, place, () => ++this.#personIds, { speaksStip })
    })
    this.#readers = [true, false].map((speaksStip) => {
      const options = { speaksStip, isReader: true }
      return new Person(`reader-${String(speaksStip)}`, place, () => ++this.#personIds, options)
    })
  }

  /** @param large - Decides about what is large; left out: nothing is. */
  static async open(people: number, random: Random, large?: Random): Promise<World> {
    const placeholder = await Room.open({
      boardId: 'none',
      log: new CrashingDisk().start(),
      gateway: testGateway,
      clock: new ManualClock(),
    })
    const world = new World(placeholder, people, random, large)
    await world.#start()
    return world
  }

  async actAtRandom(random: Random, action: number): Promise<void> {
    readAtRandom(this.#readers, random)
    this.#haveMadeAtRandom(action)
    const person = this.#people[below(random, this.#people.length)]
    if (person === undefined) return
    const note = `note-${below(random, 6)}`
    switch (below(random, 28)) {
      case 0:
      case 1:
        this.#write(person, note, action)
        break
      case 2:
        person.doc.getMap('notes').delete(note)
        break
      case 3:
        person.cut(below(random, 2) === 0)
        break
      case 4:
      case 5:
        person.connect()
        break
      case 6:
        this.#disk.state = (['well', 'slow', 'full', 'unsure'] as const)[below(random, 4)] ?? 'well'
        this.#disk.release()
        break
      case 7:
        this.#edit(note, -action)
        break
      case 8:
        await this.#befall(random)
        break
      case 9:
      case 10:
        await this.#clock.pass(below(random, 400))
        break
      case 11:
        // More than a reader may have waiting, more than cursors are sent for, or nothing.
        person.clog(([5e6, 2e6, 0] as const)[below(random, 3)] ?? 0)
        break
      case 12:
        person.mayWrite = below(random, 3) > 0
        break
      case 13:
        if (below(random, 4) === 0) person.lose(CloseCode.accessChanged)
        break
      case 14:
        person.repeat()
        break
      case 15:
      case 16:
      case 17:
      case 18:
        editTextAtRandom(person.doc, random, action)
        break
      case 19:
        editTogether(this.#people, random, action)
        break
      case 20:
        for (const [note, value] of person.bringReplaced(this.#generations.fitsClient)) {
          this.promises.issue(note, value)
        }
        break
      default:
        for (let frames = below(random, 8); frames > 0; frames--) person.deliverOne(random)
    }
  }

  /** What does not hold now of all that was promised. */
  broken(): ReturnType<Promises['broken']> {
    for (const { shown, confirmed } of this.#all) {
      this.promises.add([...shown.splice(0), ...confirmed.splice(0)])
    }
    return this.promises.broken(this.#disk.contents.entries)
  }

  /** [R40]: the log, replayed, and what the room has of it. */
  async replayed(): Promise<{ log: Standing; room: Standing }> {
    // What the disk has just taken, the room hears in a moment.
    await settled()
    this.broken()
    const log = this.promises.standing
    // After a commit of which it was told that it failed, the room knows less than the disk.
    if (this.#disk.holdsMore) return { log, room: log }
    return { log, room: this.#room.read(standingOf) }
  }

  /** Something on the board waits for what is not there. */
  get waits(): boolean {
    return this.#room.read(({ store }) => store.pendingStructs !== null || store.pendingDs !== null)
  }

  /** How often documents of who only looked changed by themselves. */
  get readersChanges(): number {
    return this.#readers.reduce((sum, { ownChanges }) => sum + ownChanges, 0)
  }

  async heal(random: Random): Promise<void> {
    this.#disk.state = 'well'
    this.#disk.release()
    // What the disk said about its last commits may have been wrong; a start looks for itself.
    await this.#stop()
    await this.#start()
    for (const person of this.#people) person.mayWrite = true
    for (const person of this.#all) person.connect()
    await this.#clock.pass(10_000)
    do {
      for (const person of this.#all) {
        person.connect()
        while (person.isBusy) person.deliverOne(random)
      }
      await this.#clock.pass(2_000)
    } while (this.#all.some((person) => person.isBusy || !person.isConnected))
  }

  /** What is on disk, in the room and with everybody: what one sees of it, and what it consists of. */
  boards(): { stored: unknown; boards: readonly unknown[] } {
    this.broken()
    return {
      stored: everythingOf(this.promises.stored),
      boards: [this.#room.read(everythingOf), ...this.#all.map(({ doc }) => everythingOf(doc))],
    }
  }

  get #all(): readonly Person[] {
    return [...this.#people, ...this.#readers]
  }

  /** What seldom happens to a server. */
  async #befall(random: Random): Promise<void> {
    switch (below(random, 8)) {
      case 0:
        await this.#stop()
        await this.#start()
        break
      case 1:
        this.#disk.crash(below(random, 2) === 0)
        await this.#start()
        break
      case 2:
        await this.#stop()
        this.#disk.compact()
        await this.#start()
        break
      case 3:
        this.#backup = { contents: this.#disk.contents, marks: this.#generations.marks }
        break
      case 4:
        if (this.#backup !== undefined) await this.#restore(this.#backup)
        break
    }
  }

  #write(person: Person, note: string, value: number): void {
    if (person.generation === 0) this.#fresh.add(`${note}=${value}`)
    const fits = person.generation === 0 || person.generation === this.#disk.contents.generation
    if (fits) this.promises.issue(note, value)
    person.doc.getMap('notes').set(note, value)
  }

  #edit(note: string, value: number): void {
    const edit = this.#room.edit((doc) => doc.getMap('notes').set(note, value))
    this.#settle(edit, note, value)
  }

  #settle(edit: Promise<void>, note: string, value: number): void {
    this.promises.issue(note, value)
    edit.catch((error: unknown) => {
      const cause = error instanceof Error ? error.cause : undefined
      const isUnsure = cause instanceof Error && cause.message === 'the sync failed'
      if (!isUnsure) this.promises.takeBack(note, value)
    })
  }

  /** The server has an edit made elsewhere: of what is on disk, some time later, or not at all. */
  #haveMadeAtRandom(action: number): void {
    const random = this.#large
    if (random === undefined || below(random, 20) > 0) return
    const [note, value] = [`note-${below(random, 6)}`, -1000 - action]
    const edit = this.#room.editMade(aThread(this.#disk, this.#clock, random, { note, value }))
    this.#settle(edit, note, value)
  }

  async #restore({ contents, marks }: Backup): Promise<void> {
    await this.#stop()
    // What was said before the disk became an older one does not hold any more.
    this.broken()
    this.#disk.restore(contents)
    this.#generations.replace(this.promises.stored, marks)
    this.promises.beginAnew(contents.entries, this.#fresh)
    await this.#start()
  }

  async #stop(): Promise<void> {
    this.#disk.release()
    if (this.#disk.state === 'slow') this.#disk.state = 'well'
    await this.#clock.passUntil(this.#room.close())
  }

  /** A process starts; lines to the one before it are broken. */
  async #start(): Promise<void> {
    for (const person of this.#all) {
      person.cut()
      person.cut()
    }
    const { state } = this.#disk
    this.#disk.state = 'well'
    this.#clock = new ManualClock()
    const { generation } = this.#disk.contents
    const opening = Room.open({
      boardId: 'board',
      log: this.#disk.start(),
      ...(this.#large === undefined ? { gateway: testGateway } : inSteps(this.#clock)),
      clock: this.#clock,
      generation,
      // Yjs settles ties by client id, so a run can only be repeated with fixed ids.
      newClientId: () => this.#clientIds++,
    })
    this.#room = await this.#clock.passUntil(opening)
    await this.#mark(generation)
    this.#disk.state = state === 'slow' ? 'well' : state
  }

  /** As the server does before anybody joins. */
  async #mark(generation: number): Promise<void> {
    if (this.#room.read((doc) => doc.getMap('board').get('generation')) === generation) return
    const marked = this.#room.edit((doc) => {
      this.#generations.begin(doc, generation)
      prepareTexts(doc)
    })
    await this.#clock.pass(100)
    await this.#clock.passUntil(marked)
  }
}

/** What one sees of a board, and what it consists of. */
const everythingOf = (doc: Y.Doc): unknown => [seenOn(doc), standingOf(doc)]
