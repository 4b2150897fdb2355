import type { SessionView } from '@stip/api'
import {
  changeFields,
  checkRecord,
  checkUpdate,
  createRecord,
  liveRecords,
  readBoard,
} from '@stip/documents'
import * as Y from 'yjs'
import { aNote } from '../../test/a-note.ts'
import { Device } from '../../test/device.ts'
import { VICTIM } from '../hostile-updates.ts'
import { Line } from '../line.ts'

/** One board of a live server, with a bystander at work and an attacker who has a grant. */
export class LiveBoard {
  readonly #boardId: string
  readonly #attacker: Device
  readonly #facilitator: Device
  readonly #bystander: Line
  readonly #watcher: Line
  readonly #lines: Line[] = []
  /** How long each move of the bystander took to be on the other screen, in ms. */
  readonly latencies: number[] = []
  #moves = 0

  private constructor(boardId: string, attacker: Device, facilitator: Device, lines: [Line, Line]) {
    this.#boardId = boardId
    this.#attacker = attacker
    this.#facilitator = facilitator
    this.#bystander = lines[0]
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
    const board = new LiveBoard(boardId, attacker, facilitator, lines)
    board.#bystander.write((doc) => createRecord(doc, aNote(VICTIM.slice(6), 'Meer groen')))
    await board.#watcher.until(() => board.#watcher.doc.getMap('records').has(VICTIM))
    return board
  }

  /** The board as the attacker can see it. */
  get seen(): Y.Doc {
    return this.#watcher.doc
  }

  /** Sends one update over a line that is used until something on it is refused. */
  async send(update: Uint8Array): Promise<'accepted' | 'nothing new' | 'refused'> {
    const free = this.#lines.pop()
    const line =
      free ?? new Line(this.#attacker.socket(`/sync/${this.#boardId}?as=participant&stip=1`))
    if (free === undefined) await new Promise((resolve) => line.socket.once('open', resolve))
    const before = line.saved
    const isNew = checkUpdate(this.seen, update, 'person').kind !== 'nothing-new'
    line.answer(update)
    try {
      await line.until(() => line.refused !== undefined || line.saved > before)
    } catch {
      // Closed: bytes that are not even the protocol, or too much in too short a time.
      line.leave()
      return 'refused'
    }
    if (line.refused === undefined) {
      this.#lines.push(line)
      return isNew ? 'accepted' : 'nothing new'
    }
    line.leave()
    return 'refused'
  }

  /** Somebody with a grant and a script comes to the board. */
  attacker(): Promise<Line> {
    return Line.to(this.#attacker.socket(`/sync/${this.#boardId}?as=participant&stip=1`))
  }

  /** The bystander moves a note, and somebody else sees it. */
  async move(): Promise<void> {
    const x = 1 + (this.#moves++ % 4000)
    const startedAt = performance.now()
    const y = 5000 + (this.#moves % 100_000)
    this.#bystander.write((doc) => changeFields(doc, VICTIM, { xy: [x, y] }))
    const isThere = (): boolean => {
      const map = this.#watcher.doc.getMap<Y.Map<unknown>>('records').get(VICTIM)
      const place = map?.get('xy')
      // An accepted mutation may have moved it on; what counts is that ours has come.
      return (Array.isArray(place) && place[1] === y) || this.#bystander.saved >= this.#moves + 1
    }
    await this.#watcher.until(isThere).catch(() => undefined)
    this.latencies.push(performance.now() - startedAt)
  }

  /** What is wrong with the board as a newcomer gets it. */
  async problems(): Promise<readonly string[]> {
    const line = await Line.to(this.#facilitator.socket(`/sync/${this.#boardId}?as=facilitator`))
    const problems: string[] = []
    if (this.#bystander.refused !== undefined) {
      problems.push(`honest work was refused: ${this.#bystander.refused.reason}`)
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
    for (const line of [...this.#lines, this.#bystander, this.#watcher]) line.leave()
  }
}
