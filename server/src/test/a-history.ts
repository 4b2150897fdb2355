// oxlint-disable no-await-in-loop, vitest/no-standalone-expect -- what people do comes one after the other, and the laws are checked after each
import type { ClientCommand, CommandAnswer, SessionView } from '@stip/api'
import { copyId } from '@stip/board'
import type { StoredRecord } from '@stip/board'
import { plainTextOf } from '@stip/documents'
import { richText } from '@stip/documents/examples'
import { seededRandom } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import { SlowCollect } from '@stip/testing/slow-collect'
import { expect } from 'vitest'
import { aServer, aSessionInGroups } from './a-server.ts'
import { anIllStore } from './an-ill-store.ts'
import { BoardClient } from './board-client.ts'
import type { Device } from './device.ts'
import { eventually } from './eventually.ts'
import { expectDecided } from './expect-decided.ts'

/** Somebody who writes on a board, and somebody who reads what the server has of it. */
interface AtBoard {
  readonly writer: BoardClient
  readonly reader: BoardClient
}

type Refused = { readonly status: number }
type Fields = Readonly<Record<string, string>>

/** Where people put a card of their own accord. */
const elsewhere = 'shape:step-samenvoegen-samen'
const words = ['Loslaten', 'Vertrouwen', 'Elke buurt een gezicht']

/**
 * Three groups and two facilitators under one seed, on a real server: work on boards, work on the
 * vision, decisions about cards, merges and their undoing, pressed once, twice at once or while the
 * store refuses. Beside it the same is done by hand, and after every turn both are to be the same.
 */
export async function playHistory(seed: number, turns: number): Promise<void> {
  const random = seededRandom(seed)
  const store = anIllStore()
  let server = await aServer({}, undefined, {}, undefined, undefined, true)
  const { session, inGroups, visionId } = await aSessionInGroups(server)
  const { steps, position } = await session.view()
  // Everything that is collected has its zone from the start.
  const merging = steps.findIndex(({ kind }) => kind === 'merge')
  await session.command({ type: 'go-to-step', position: merging })
  await session.command({ type: 'go-to-step', position })
  const facilitators = [session.facilitator, server.newDevice()] as const
  facilitators[1].cookie = session.facilitator.cookie
  const boards = inGroups.map(({ boardId, device }) => ({ boardId, device }))
  const byHand = new SlowCollect()
  const removed = new Set<string>()
  const rescued = new Set<string>()
  const decisions: { readonly number: number; readonly before: Fields }[] = []
  let [keys, merges] = [0, 0]
  let fields: Fields = {}

  const view = (): Promise<SessionView> =>
    facilitators[0].get(`/api/sessions/${session.id}?as=facilitator`)

  /** Gives a command that may be refused, and says what came of it. */
  const give = async (
    command: ClientCommand,
    { sessionRevision }: Pick<SessionView, 'sessionRevision'>,
    device: Device = facilitators[0],
  ): Promise<CommandAnswer | Refused> => {
    const answer = await device.ask(`/api/sessions/${session.id}/commands?as=facilitator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: `in-turn-${keys++}`, seenRevision: sessionRevision, command }),
    })
    expect([200, 409, 500, 503]).toContain(answer.status)
    return answer.ok ? ((await answer.json()) as CommandAnswer) : { status: answer.status }
  }

  /** Whatever was left half done is brought to its end before any other command is heard. */
  const settled = async (): Promise<SessionView> => {
    await give({ type: 'undo-arrangement', number: 1_000_000 }, await view())
    return view()
  }

  /** Somebody who writes on each board, and somebody who reads what the server has of it. */
  const atBoards = async (): Promise<ReadonlyMap<string, AtBoard>> => {
    const all = [
      ...boards.map((each) => ({ ...each, role: 'participant' })),
      { boardId: visionId, device: facilitators[0], role: 'facilitator' },
    ]
    const there = all.map(async ({ boardId, device, role }) => {
      const both = [open(boardId, device, role), open(boardId, device, role)] as const
      const [writer, reader] = await Promise.all(both)
      return [boardId, { writer, reader }] as const
    })
    return new Map(await Promise.all(there))
  }
  let there = await atBoards()
  const at = (boardId: string): AtBoard => {
    const both = there.get(boardId)
    if (both === undefined) throw new RangeError(`Nobody is at ${boardId}.`)
    return both
  }

  /** Does something at a board, and waits until the server has it. */
  const writeOn = async (boardId: string, write: (board: BoardClient) => void): Promise<void> => {
    const { writer, reader } = at(boardId)
    write(writer)
    await eventually(() => expect(reader.records).toEqual(writer.records))
  }

  const workInGroup = async (turn: number): Promise<void> => {
    const { boardId } = picked(random, boards)
    const own = [...byHand.cards].filter(([id]) => id.includes(boardId))
    const [id, card] = own.length === 0 ? [] : picked(random, own)
    const chance = random()
    const record = id?.slice(copyId(boardId, 'shape:').length)
    if (card === undefined || chance < 0.45) {
      const text = `Idee ${turn}`
      await writeOn(boardId, (board) => board.writeKeyCard(`n${turn}`, text))
      const made = { text, hasStar: true, isGone: false }
      byHand.cards.set(copyId(boardId, `shape:n${turn}`), made)
      return
    }
    const change = (field: Parameters<BoardClient['change']>[1]) =>
      writeOn(boardId, (board) => board.change(`shape:${record}`, field))
    if (chance < 0.65) {
      card.text = picked(random, words)
      await change({ t: richText(card.text) })
    } else if (chance < 0.8) {
      card.isGone = !card.isGone
      await change({ gone: card.isGone })
    } else {
      card.hasStar = !card.hasStar
      await change({ 'm.keyCard': card.hasStar })
    }
  }

  const workOnVision = async (turn: number): Promise<void> => {
    const copies = at(visionId).reader.records.filter(isCopy)
    if (copies.length === 0) return
    const { record, isGone } = picked(random, copies)
    const { id } = record
    const change = (field: Parameters<BoardClient['change']>[1]) =>
      writeOn(visionId, (board) => board.change(id, field))
    const chance = random()
    if (isGone) {
      byHand.bringBack(id)
      if (!removed.delete(id)) rescued.add(id)
      await change({ gone: false })
    } else if (chance < 0.4) {
      const text = picked(random, words)
      byHand.edit(id, text)
      await change({ t: richText(text) })
    } else if (chance < 0.7) {
      byHand.move(id)
      await change({ xy: [100 + turn, 5900], 'm.zone': elsewhere })
    } else {
      byHand.remove(id)
      if (!rescued.has(id)) removed.add(id)
      await change({ gone: true })
    }
  }

  const decide = async (): Promise<void> => {
    const cards = [...byHand.cards.keys()]
    const seen = await view()
    const last = decisions.at(-1)
    if (last !== undefined && random() < 0.25) {
      decisions.pop()
      await give({ type: 'undo-arrangement', number: last.number }, seen)
      expect(fieldsOf(await view()), '[D5] taken back').toEqual(last.before)
      return
    }
    if (cards.length < 2) return
    const some = [picked(random, cards), picked(random, cards)]
    const command = picked<ClientCommand>(random, [
      { type: 'stack-cards', cards: some },
      { type: 'split-stack', cards: some.slice(0, 1) },
      { type: 'cluster-cards', cards: some, cluster: null, name: 'Wonen' },
      { type: 'link-sources', statement: 'shape:zin', cards: some },
      { type: 'explain-unused', cards: some.slice(0, 1), why: 'Stond er al' },
    ])
    const before = fieldsOf(seen)
    const answer = await give(command, seen)
    if ('status' in answer) return
    decisions.length = 0
    if (answer.arrangement !== undefined) decisions.push({ number: answer.arrangement, before })
    expectDecided(command, fieldsOf(await view()))
  }

  /** A merge or its undoing: pressed once, twice at once, or while the store refuses. */
  const press = async (type: 'merge' | 'undo-merge'): Promise<void> => {
    const seen = await view()
    const chance = random()
    if (chance < 0.4) await give({ type }, seen)
    else if (chance < 0.7) {
      await Promise.all(facilitators.map((device) => give({ type }, seen, device)))
    } else {
      const call = 1 + Math.floor(random() * 12)
      store.failFrom(call, chance < 0.95 ? picked(random, passing) : 'until a restart')
      await give({ type }, seen)
      if (chance >= 0.95) {
        await server.app.close()
        store.mend()
        server = await server.restart()
        const again = [...facilitators, ...boards.map(({ device }) => device)]
        for (const device of again) device.moveTo(server.url)
        there = await atBoards()
      }
      store.mend()
      // Who sees that it failed presses again.
      if (random() < 0.5) await give({ type }, await view())
    }
    const { count } = (await settled()).merge
    if (type === 'merge') {
      expect([merges, merges + 1]).toContain(count)
      const done = byHand.collect()
      // What was not counted, or did not happen, did nothing.
      if (count === merges) byHand.forget()
      else rescued.clear()
      if (count === merges && chance < 0.7) expect(done, '[M3]').toBe(0)
    } else {
      expect([merges, merges - 1, Math.max(0, merges - 2)]).toContain(count)
      for (let left = merges; left > count; left--) byHand.undo()
    }
    merges = count
  }

  const expectLaws = (): void => {
    const stored = at(visionId).reader.records
    const copies = stored.filter(isCopy)
    const shown = copies.filter(({ isGone }) => !isGone)
    const told = shown.map(({ record }) => [record.id, says(record)])
    expect(Object.fromEntries(told)).toEqual(byHand.shown())
    for (const { record, sources } of copies) {
      const from = sources.map((source) => copyId(source.board, source.record))
      expect(from, '[M4]').toEqual([record.id])
    }
    for (const id of removed) {
      expect(stored.find(({ record }) => record.id === id)?.isGone, `[M5] ${id}`).toBe(true)
    }
    for (const { boardId } of boards) {
      const own = [...byHand.cards].filter(([id]) => id.includes(boardId))
      const wanted = own.map(([id, { text, isGone }]) => [id, `${isGone} ${text}`])
      const now = at(boardId).reader.records.filter(({ isTemplate }) => !isTemplate)
      const has = now.map(({ record, isGone }) => [
        copyId(boardId, record.id),
        `${isGone} ${says(record)}`,
      ])
      expect(Object.fromEntries(has), '[M6]').toEqual(Object.fromEntries(wanted))
    }
  }

  for (let turn = 0; turn < turns; turn++) {
    const chance = random()
    const before = fields
    if (chance < 0.4) await workInGroup(turn)
    else if (chance < 0.55) await workOnVision(turn)
    else if (chance < 0.7) await decide()
    else await press(chance < 0.9 ? 'merge' : 'undo-merge')
    fields = fieldsOf(await view())
    // Whatever becomes of cards, what was decided about them stays.
    if (chance < 0.55 || chance >= 0.7) expect(fields).toEqual(before)
    await eventually(expectLaws)
  }
  there = await atBoards()
  expectLaws()
}

async function open(boardId: string, device: Device, role: string): Promise<BoardClient> {
  const board = new BoardClient(device.socket(`/sync/${boardId}?as=${role}`))
  await board.synced
  return board
}

const passing = ['for one call', 'until it is well'] as const

function fieldsOf({ arrangement = [] }: SessionView): Fields {
  return Object.fromEntries(arrangement.map(({ id, value }) => [id, value]))
}

function isCopy({ record, isTemplate }: StoredRecord): boolean {
  return !isTemplate && record.typeName === 'shape' && record.id.startsWith('shape:from.')
}

function says({ props, meta }: StoredRecord['record']): string {
  return `${meta['withdrawn'] === true ? '(weg) ' : ''}${plainTextOf(props['richText'] ?? null)}`
}

function picked<T>(random: Random, from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)]
  if (one === undefined) throw new RangeError('There is nothing to pick from.')
  return one
}
