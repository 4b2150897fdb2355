import { createRecord } from '@stip/documents'
import { describe, expect, it } from 'vitest'
import { aNote } from '../../test/a-note.ts'
import { aServer, aSessionInGroups } from '../../test/a-server.ts'
import { BoardClient } from '../../test/board-client.ts'
import { eventually } from '../../test/eventually.ts'

describe('the zones of a step of groups', () => {
  it('[K19] are filled from what each group made when the step is opened, once', async () => {
    const { goTo, groups } = await aScene()
    await goTo('kiezen')
    for (const group of groups) await group.choose(`punt-${group.letter}`, `Van ${group.letter}`)
    await goTo('van-naar')
    for (const { board, letter } of groups) {
      // oxlint-disable-next-line no-await-in-loop
      await eventually(() => expect(wordsIn(board, 'van-naar-nu')).toEqual([`Van ${letter}`]))
    }
    await goTo('stip')
    const [group] = groups
    const board = group?.board as BoardClient
    await eventually(() => expect(wordsIn(board, 'stip-hoofdpunten')).toEqual(['Van A']))
    const [copy = ''] = idsIn(board, 'stip-hoofdpunten')
    board.change(copy, { gone: true })
    await group?.choose('later', 'Later bedacht')
    await goTo('bieden-vragen')
    await goTo('stip')
    await eventually(() => expect(wordsIn(board, 'stip-hoofdpunten')).toEqual(['Later bedacht']))
  })

  it('[K19] bring nothing onto the vision, and no hoofdpunt comes there twice', async () => {
    const { goTo, groups, vision } = await aScene()
    await goTo('kiezen')
    for (const group of groups) await group.choose(`punt-${group.letter}`, `Van ${group.letter}`)
    await goTo('stip')
    const [group] = groups
    const board = group?.board as BoardClient
    await eventually(() => expect(wordsIn(board, 'stip-hoofdpunten')).toEqual(['Van A']))
    const whole = await vision()
    expect(whole.notes).toEqual([])
    await goTo('delen')
    await eventually(() => expect(whole.notes).toHaveLength(groups.length))
  })

  it('[K17] what storytellers wrote to offer and to ask goes along to the merge', async () => {
    const { session, goTo, vision } = await aScene()
    await goTo('strekpauze')
    const whole = await vision()
    const zone = { zone: 'shape:step-strekpauze-concept-bieden' }
    const watching = await vision()
    whole.doc.transact(() => createRecord(whole.doc, aNote('aanbod', 'Wij bieden tijd.', zone)))
    await eventually(() => expect(watching.notes).toContain('shape:aanbod'))
    await goTo('samenvoegen')
    await session.command({ type: 'merge' })
    await eventually(() =>
      expect(wordsIn(whole, 'samenvoegen-dit-bieden-wij')).toEqual(['Wij bieden tijd.']),
    )
  })
})

function idsIn(client: BoardClient, zone: string): readonly string[] {
  return client.records
    .filter(({ record, isGone }) => !isGone && record.meta['zone'] === `shape:step-${zone}`)
    .map(({ record }) => record.id)
}

function wordsIn(client: BoardClient, zone: string): readonly string[] {
  return idsIn(client, zone).map((id) => {
    const text = JSON.stringify(client.fieldOf(id, 'richText'))
    return /"text":"([^"]*)"/.exec(text)?.[1] ?? ''
  })
}

async function aScene() {
  const server = await aServer()
  const { session, inGroups, visionId } = await aSessionInGroups(server)
  const connect = async (boardId: string): Promise<BoardClient> => {
    const client = new BoardClient(session.facilitator.socket(`/sync/${boardId}?as=facilitator`))
    await client.synced
    return client
  }
  const groups = await Promise.all(
    inGroups.map(async ({ boardId, group }) => {
      const [board, watching] = [await connect(boardId), await connect(boardId)]
      // What another screen shows is on disk.
      const choose = async (id: string, text: string): Promise<void> => {
        board.writeKeyCard(id, text)
        await eventually(() => expect(watching.notes).toContain(`shape:${id}`))
      }
      return { letter: group.letter, board, choose }
    }),
  )
  const goTo = async (id: string): Promise<void> => {
    const { steps } = await session.view()
    await session.command({
      type: 'go-to-step',
      position: steps.findIndex((step) => step.id === id),
    })
  }
  return { session, groups, goTo, vision: () => connect(visionId) }
}
