import { ProposalsAnswer } from '@stip/api'
import { wordsOn } from '@stip/board'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import type { TestServer, TestSession } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import { eventually } from '../test/eventually.ts'
import { Proposer } from './proposer.ts'

describe('proposals about the cards on the vision', () => {
  it('[PV1] are what says the same in different groups, by the ids on the vision', async () => {
    const { session, vision } = await aMergedEvening([
      ['Eén vast aanspreekpunt voor de buurt', 'Eén vast aanspreekpunt in elke buurt'],
      ['Minder regels voor straatfeesten'],
      ['een vast aanspreekpunt voor iedere buurt', 'Meer bomen planten'],
    ])
    const { pairs, suggestions, clusters } = await proposalsOf(session)
    const names = new Map(vision().map((card) => [card.id, card.words]))
    const said = pairs.map(({ a, b }) => new Set([names.get(a), names.get(b)]))
    expect(said).toContainEqual(
      new Set(['Eén vast aanspreekpunt voor de buurt', 'een vast aanspreekpunt voor iedere buurt']),
    )
    // What one group wrote twice it can see for itself.
    expect(said).not.toContainEqual(
      new Set(['Eén vast aanspreekpunt voor de buurt', 'Eén vast aanspreekpunt in elke buurt']),
    )
    expect(pairs[0]?.reason).toMatch(/^zelfde/)
    expect(Object.keys(suggestions).every((id) => names.has(id))).toBe(true)
    expect(clusters.flatMap(({ cards }) => cards).toSorted()).toEqual([...names.keys()].toSorted())
  })

  it('[PV1] are none before anything is merged, and for facilitators alone', async () => {
    const server = await aServer()
    const { session, inGroups } = await aSessionInGroups(server)
    expect(await proposalsOf(session)).toEqual({
      pairs: [],
      opposites: [],
      suggestions: {},
      clusters: [],
    })
    const path = `/api/sessions/${session.id}/proposals`
    expect((await inGroups[0]!.device.ask(path)).status).toBe(403)
    expect((await inGroups[0]!.device.ask(`${path}?as=participant`)).status).toBe(400)
  })

  it('[PV2] are made once for the same cards, and anew when one says something else', async () => {
    const { server, session, groups, wanted } = await aMergedEvening([
      ['Meer bomen'],
      ['Meer bomen'],
      ['Snel'],
    ])
    const proposer = aProposer(server)
    const asker = { session: session.id, person: 'Anna' }
    const first = await proposer.proposals(asker, wanted)
    expect(await proposer.proposals(asker, wanted)).toBe(first)
    // The board changed, its cards did not.
    groups[0]!.board.write('later', 'Geen hoofdpunt')
    await groups[0]!.stored('shape:later')
    expect(await proposer.proposals(asker, wanted)).toBe(first)
    groups[1]!.board.writeKeyCard('new', 'Minder regels')
    await groups[1]!.stored('shape:new')
    await session.command({ type: 'merge' })
    const next = read(await proposer.proposals(asker, wanted))
    expect(next.clusters.flatMap(({ cards }) => cards)).toHaveLength(4)
  })

  it('[PV2] leave out what people said is not the same', async () => {
    const { server, session, wanted } = await aMergedEvening([['Meer bomen'], ['Meer bomen'], []])
    const proposer = aProposer(server)
    const asker = { session: session.id, person: 'Anna' }
    const [pair] = read(await proposer.proposals(asker, wanted)).pairs
    const notSame = [[pair?.a ?? '', pair?.b ?? '']] as const
    const next = read(await proposer.proposals(asker, { ...wanted, notSame }))
    expect(next).toMatchObject({ pairs: [], suggestions: {} })
  })

  it('[PV3] go on when the thread ends', async () => {
    const { server, session, wanted } = await aMergedEvening([['Meer bomen'], ['Meer bomen'], []])
    const proposer = aProposer(server)
    const asker = { session: session.id, person: 'Anna' }
    const cutOff = proposer.proposals(asker, wanted)
    await setImmediate()
    await proposer.end()
    await expect(cutOff).rejects.toThrow('ended')
    expect(proposer.isRunning).toBe(false)
    expect(read(await proposer.proposals(asker, wanted)).pairs).toHaveLength(1)
  })

  it('[PV4] heed word vectors of the administrator, and do without a wrong file', async () => {
    const { server, session, wanted } = await aMergedEvening([
      ['kikker'],
      ['amfibie'],
      ['bestrating'],
    ])
    const asker = { session: session.id, person: 'Anna' }
    const file = join(server.dataDir, 'tiny.vec')
    writeFileSync(file, 'kikker 1 0\namfibie 1 0.01\nbestrating 0 1\n')
    const { pairs } = read(await aProposer(server, file).proposals(asker, wanted))
    expect(pairs).toHaveLength(1)
    const told: string[] = []
    const without = aProposer(server, join(server.dataDir, 'none.vec'), told)
    const { clusters } = read(await without.proposals(asker, wanted))
    expect(clusters.flatMap(({ cards }) => cards)).toHaveLength(3)
    expect(told).toEqual([expect.stringContaining('is er niet')])
  })
})

function read(json: Uint8Array): ProposalsAnswer {
  return ProposalsAnswer.parse(JSON.parse(new TextDecoder().decode(json)))
}

function proposalsOf(session: TestSession): Promise<ProposalsAnswer> {
  return session.facilitator.get(`/api/sessions/${session.id}/proposals`)
}

function aProposer(server: TestServer, wordVectors?: string, told: string[] = []): Proposer {
  const proposer = new Proposer({
    folder: server.dataDir,
    wordVectors,
    onWrongVectors: (why) => told.push(why),
  })
  onTestFinished(() => proposer.close())
  return proposer
}

/** Groups A, B and C with hoofdpunten that are on the vision. */
async function aMergedEvening(cards: readonly (readonly string[])[]) {
  const server = await aServer()
  const { session, inGroups, visionId } = await aSessionInGroups(server)
  const groups = await Promise.all(
    inGroups.map(async ({ device, boardId, group }, at) => {
      const board = new BoardClient(device.socket(`/sync/${boardId}?as=participant`))
      await board.synced
      for (const [place, words] of (cards[at] ?? []).entries()) {
        board.writeKeyCard(`${group.letter}${place}`, words)
      }
      const stored = async (id: string): Promise<void> => {
        await eventually(async () => {
          const path = `/api/boards/${boardId}/export.json?as=participant`
          expect(await (await device.ask(path)).text()).toContain(id)
        })
      }
      await Promise.all((cards[at] ?? []).map((_, place) => stored(`${group.letter}${place}`)))
      return { board, boardId, group, stored }
    }),
  )
  await session.command({ type: 'merge' })
  const board = new BoardClient(session.facilitator.socket(`/sync/${visionId}?as=facilitator`))
  await board.synced
  const boards = groups.map(({ boardId, group }) => ({
    board: boardId,
    group: { ...group, color: 'group-a' as const },
  }))
  return {
    server,
    session,
    groups,
    wanted: { vision: visionId, boards, notSame: [] },
    /** The cards on the vision. */
    vision: () =>
      board.records
        .filter(({ record }) => record.type === 'note')
        .map(({ record }) => ({ id: record.id, words: wordsOn(record) })),
  }
}
