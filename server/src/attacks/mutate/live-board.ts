import type { SessionView } from '@stip/api'
import { checkRecord, checkUpdate, createRecord, liveRecords, readBoard } from '@stip/documents'
import * as Y from 'yjs'
import { aNote } from '../../test/a-note.ts'
import { Device } from '../../test/device.ts'
import { VICTIM } from '../hostile-parts.ts'
import { Line } from '../line.ts'
import { Bystander } from './bystander.ts'
import { Sender } from './sender.ts'

/** The note that the bystander moves. */
const BYSTANDERS = 'shape:bystanders'

/** One board of a live server, with a bystander at work and an attacker who has a grant. */
export class LiveBoard {
  readonly #url: string
  readonly #boardId: string
  readonly #attacker: Device
  readonly #facilitator: Device
  readonly #honest: Line
  readonly #watcher: Line
  readonly #senders: Sender[] = []
  #works = 0

  private constructor(
    url: string,
    boardId: string,
    attacker: Device,
    facilitator: Device,
    lines: [Line, Line],
  ) {
    this.#url = url
    this.#boardId = boardId
    this.#attacker = attacker
    this.#facilitator = facilitator
    this.#honest = lines[0]
    this.#watcher = lines[1]
  }

  static async prepare(url: string): Promise<LiveBoard> {
    const [facilitator, attacker] = [new Device(url), new Device(url)]
    const body = { format: 'bijeenkomst-1-visie', title: 'Mutaties', groupCount: 3 }
    const { sessionId } = await facilitator.post<{ sessionId: string }>('/api/sessions', body)
    const view = () => facilitator.get<SessionView>(`/api/sessions/${sessionId}?as=facilitator`)
    const { joinCode = '' } = await view()
    const person = { code: joinCode, name: 'Anna', background: 'resident' }
    const { personId } = await attacker.post<{ personId: string }>('/api/join', person)
    const command = async (given: object): Promise<void> => {
      const { sessionRevision } = await view()
      await facilitator.post(`/api/sessions/${sessionId}/commands?as=facilitator`, {
        key: crypto.randomUUID(),
        seenRevision: sessionRevision,
        command: given,
      })
    }
    await command({ type: 'allow-images', on: true })
    await command({ type: 'mix-groups' })
    const { steps } = await view()
    const position = steps.findIndex((step) => step.setting === 'group' && step.hasBoard)
    await command({ type: 'go-to-step', position })
    const { groups, people = [] } = await view()
    const groupId = people.find(({ id }) => id === personId)?.groupId
    const boardId = groups.find(({ id }) => id === groupId)?.boardId ?? ''
    const lines: [Line, Line] = await Promise.all([
      Line.to(facilitator.socket(`/sync/${boardId}?as=facilitator&stip=1`)),
      Line.to(facilitator.socket(`/sync/${boardId}?as=facilitator`)),
    ])
    const board = new LiveBoard(url, boardId, attacker, facilitator, lines)
    for (const id of [VICTIM, BYSTANDERS]) {
      board.#honest.write((doc) =>
        createRecord(doc, aNote(id.slice('shape:'.length), 'Meer groen')),
      )
    }
    await board.#watcher.until(() => board.seen.getMap('records').has(BYSTANDERS))
    return board
  }

  /** The board as the attacker can see it. */
  get seen(): Y.Doc {
    return this.#watcher.doc
  }

  /** Sends one update over a connection that is used until something on it is refused. */
  async send(update: Uint8Array): Promise<'accepted' | 'nothing new' | 'refused'> {
    const sender =
      this.#senders.pop() ??
      (await Sender.to(this.#attacker.socket(`/sync/${this.#boardId}?as=participant&stip=1`)))
    const isNew = checkUpdate(this.seen, update, 'person').kind !== 'nothing-new'
    // Refused, or closed: bytes that are not even the protocol, or too much in too short a time.
    if (!(await sender.send(update))) {
      sender.leave()
      return 'refused'
    }
    this.#senders.push(sender)
    return isNew ? 'accepted' : 'nothing new'
  }

  /** Somebody with a grant and a script comes to the board. */
  attacker(): Promise<Line> {
    return Line.to(this.#attacker.socket(`/sync/${this.#boardId}?as=participant&stip=1`))
  }

  /** Somebody at work on a note of their own, for as long as the attacks last. */
  newBystander(): Bystander {
    const { cookie = '' } = this.#facilitator
    return new Bystander({ url: this.#url, cookie, boardId: this.#boardId, record: BYSTANDERS })
  }

  /** Honest work that goes through: what was sent before it has been dealt with. */
  async work(): Promise<void> {
    const name = `work-${this.#works++}`
    this.#honest.write((doc) => createRecord(doc, aNote(name, 'Een bank')))
    await this.#watcher.until(() => this.seen.getMap('records').has(`shape:${name}`))
  }

  /** What is wrong with the board as a newcomer gets it. */
  async problems(): Promise<readonly string[]> {
    const line = await Line.to(this.#facilitator.socket(`/sync/${this.#boardId}?as=facilitator`))
    const problems: string[] = []
    if (this.#honest.refused !== undefined) {
      problems.push(`honest work was refused: ${this.#honest.refused.reason}`)
    }
    const { store } = line.doc
    if (store.pendingStructs !== null || store.pendingDs !== null) problems.push('structs wait')
    for (const { record } of readBoard(line.doc)) {
      const checked = checkRecord(record)
      if (!checked.ok) problems.push(`${record.id} is invalid: ${checked.refusal}`)
    }
    liveRecords(line.doc)
    line.leave()
    return problems
  }

  leave(): void {
    for (const line of [...this.#senders, this.#honest, this.#watcher]) line.leave()
  }
}
