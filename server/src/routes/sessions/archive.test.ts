import { Archive, BoardFile, EventsFile, HistoryFile, paths } from '@stip/report/archive'
import { describe, expect, it } from 'vitest'
import { aMergedEvening } from '../../test/a-merged-evening.ts'
import { aServer, aSession } from '../../test/a-server.ts'
import type { TestSession } from '../../test/a-server.ts'
import { withLink } from '../../test/an-evening-of-roles.ts'

const limits = { files: 20_000, fileBytes: 1e8, allBytes: 1e9, ratio: 1100 }

describe('the archive of a session', () => {
  it('[AR1] holds what another Stip needs, what people read, and MDTO of each file', async () => {
    const { session, visionId } = await anEndedEvening()
    const archive = await archiveOf(session)
    const all = archive.manifest.files.map(({ path }) => path)
    for (const { path } of archive.manifest.files) expect(archive.read(path)).toBeDefined()
    expect(all).toEqual(
      expect.arrayContaining([
        'LEESMIJ.txt',
        'stip/session.json',
        'stip/events.json',
        'stip/merges/1.json',
        'stip/versions/1.json',
        `stip/boards/${visionId}/document.yjs`,
        'leesbaar/visie-versie-1.pdf',
        'leesbaar/visie-versie-1.html',
        'leesbaar/visie-versie-1.json',
        'leesbaar/verslag-participatie-versie-1.pdf',
        'mdto/dossier.mdto.xml',
        'mdto/visie-1.mdto.xml',
        'mdto/leesbaar/visie-versie-1.pdf.bestand.mdto.xml',
      ]),
    )
    expect(all.filter((path) => /^leesbaar\/borden\/.*\.png$/.test(path)).length).toBeGreaterThan(3)
    const described = all.filter((path) => path.endsWith('.bestand.mdto.xml'))
    const files = archive.manifest.files.filter(({ use }) => use !== 'metadata')
    // Of everything but of what is told of the whole.
    expect(described).toHaveLength(files.length - 1)
    expect(archive.manifest.leftOut.length).toBeGreaterThan(0)
  })

  it('[AR2] is for who leads it, once it is over', async () => {
    const { server, session } = await aMergedEvening()
    const path = `/api/sessions/${session.id}/archive.zip`
    expect(await session.facilitator.getRefused(path)).toMatchObject({
      code: 'session-is-not-over',
    })
    await session.command({ type: 'end-session' })
    const observer = await withLink(server, session, 'observer')
    const { device } = { device: server.newDevice() }
    for (const other of [observer, device]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await other.getRefused(path)).toMatchObject({ status: 403, code: 'not-allowed' })
    }
    const answer = await session.facilitator.ask(path)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(answer.headers.get('content-disposition')).toContain('Visie-Sterrenveld-archief.zip')
  })

  it('[AR3] tells of what was written without names not who wrote it, nor when', async () => {
    const { session, inGroups } = await anEndedEvening()
    const archive = await archiveOf(session)
    const history = archive.json(paths.history, HistoryFile)
    expect(history.periods.every(({ isNamed }) => !isNamed)).toBe(true)
    const people = new Set(inGroups.map(({ personId }) => personId))
    for (const boardId of history.boards) {
      const { owners, marks, moments } = archive.json(paths.board(boardId), BoardFile)
      expect(owners.filter(([, owner]) => people.has(owner))).toEqual([])
      const runs = marks.filter(({ period }, at) => marks[at - 1]?.period === period)
      expect(runs).toEqual([])
      expect(moments.filter(({ reason }) => reason.kind === 'minutes')).toEqual([])
    }
    const { owners } = archive.json(paths.board(inGroups[0]?.boardId ?? ''), BoardFile)
    expect(owners.map(([, owner]) => owner)).toContain('untold')
  })

  it('[AR4] holds nothing that was taken away, no link, no device and no board of people themselves', async () => {
    const { session, inGroups, cards } = await aMergedEvening()
    const [anna] = inGroups
    await session.command({ type: 'open-private-board', members: [anna?.personId ?? ''] })
    const { ownBoards: own = [] } = await session.view(anna?.device, 'participant')
    await session.command({
      type: 'take-away',
      boardId: anna?.boardId ?? '',
      recordId: 'shape:punt-A',
      reason: 'Hierin herken je iemand.',
    })
    await session.command({ type: 'end-session' })
    const archive = await archiveOf(session)
    const words = archive.manifest.files
      .map(({ path }) => Buffer.from(archive.need(path)).toString('latin1'))
      .join('\n')
    expect(words).toContain('Punt van B')
    expect(words).not.toContain('Punt van A')
    expect(words).toContain('Hierin herken je iemand.')
    const { facilitator } = session
    expect(words).not.toContain((facilitator.cookie ?? '').split('=')[1])
    expect(words).not.toContain('sleutel')
    expect(own).toHaveLength(1)
    expect(words).not.toContain(own[0]?.id)
    const { boards } = archive.json(paths.history, HistoryFile)
    expect(boards).toHaveLength(6)
    const events = archive.json(paths.events, EventsFile)
    expect(events.some(({ event }) => event.type === 'remark-taken-away')).toBe(true)
    expect(cards).toHaveLength(3)
  })

  it('[AR2] of an evening on which nothing came is one too', async () => {
    const server = await aServer()
    const session = await aSession(server)
    await session.command({ type: 'end-session' })
    const archive = await archiveOf(session)
    expect(archive.json(paths.history, HistoryFile).versions).toEqual([])
  })
})

async function anEndedEvening() {
  const evening = await aMergedEvening()
  const { session, cards } = evening
  await session.command({
    type: 'link-sources',
    statement: 'shape:zin',
    cards: cards.slice(0, 2),
  })
  await session.command({ type: 'save-version' })
  await session.command({ type: 'end-session' })
  const { boards } = await session.view()
  return { ...evening, visionId: boards.find(({ kind }) => kind === 'vision')?.id ?? '' }
}

async function archiveOf({ id, facilitator }: TestSession): Promise<Archive> {
  const answer = await facilitator.ask(`/api/sessions/${id}/archive.zip`)
  expect(answer.status).toBe(200)
  return new Archive(new Uint8Array(await answer.arrayBuffer()), limits)
}
