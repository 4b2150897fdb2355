import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type {
  AssetAnswer,
  CourseAnswer,
  LinksAnswer,
  MomentsAnswer,
  Provenance,
  SessionView,
} from '@stip/api'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { aMergedEvening } from '../../test/a-merged-evening.ts'
import { aServer } from '../../test/a-server.ts'
import type { TestServer } from '../../test/a-server.ts'
import { archiveFrom, contentOf, openArchive, sendArchive } from '../../test/an-archive.ts'
import { anIllStore } from '../../test/an-ill-store.ts'
import { Device, refused } from '../../test/device.ts'

const HOUR = 3_600_000

describe('an archive on another Stip', () => {
  it('[AR5] is the same session to who leads it: what it shows, its course, its boards and where things come from', async () => {
    const { session, zip, visionId, cards, src } = await anArchivedEvening()
    const other = await aServer()
    const device = other.newDevice()
    expect(await openArchive(device, zip)).toEqual({ sessionId: session.id })
    const same = async <Answer>(path: string): Promise<Answer> => {
      const there = await device.get<Answer>(path)
      expect(there).toEqual(await session.facilitator.get<Answer>(path))
      return there
    }
    const of = `/api/sessions/${session.id}`
    const viewOf = async (from: Device): Promise<Partial<SessionView>> => {
      const view = await from.get<SessionView>(`${of}?as=facilitator`)
      return { ...view, revision: 0, now: 0, joinCode: '', joinUrl: '' }
    }
    expect(await viewOf(device)).toEqual(await viewOf(session.facilitator))
    const course = await same<CourseAnswer>(`${of}/course?as=facilitator`)
    expect(course.events.length).toBeGreaterThan(5)
    for (const { id } of (await session.view()).boards) {
      // oxlint-disable-next-line no-await-in-loop
      await same(`/api/boards/${id}/export.json?as=facilitator`)
      // oxlint-disable-next-line no-await-in-loop
      await same<MomentsAnswer>(`/api/boards/${id}/moments?as=facilitator`)
    }
    const provenance = await same<Provenance>(
      `/api/boards/${visionId}/records/${cards[0]}/provenance?as=facilitator`,
    )
    expect(provenance.origins).toHaveLength(1)
    const json = await textOf(device, `${of}/vision/1/document.json?as=facilitator`)
    expect(json).toBe(
      await textOf(session.facilitator, `${of}/vision/1/document.json?as=facilitator`),
    )
    expect(await textOf(device, src)).toBe(await textOf(session.facilitator, src))
    const pdf = `${of}/vision/1/document.pdf?as=facilitator`
    expect(await textOf(device, pdf)).toBe(await textOf(session.facilitator, pdf))
  })

  it('[AR6] makes the same archive again', async () => {
    const { session, zip } = await anArchivedEvening()
    const other = await aServer({}, undefined, {}, Date.UTC(2026, 8, 1))
    const device = other.newDevice()
    await openArchive(device, zip)
    expect(contentOf(await archiveFrom(device, session.id))).toEqual(contentOf(zip))
  })

  it('[AR7] has links and a code of its own, and nobody in it but who opened it', async () => {
    const { server, session, zip, inGroups } = await anArchivedEvening()
    const links = (from: Device): Promise<LinksAnswer> =>
      from.get(`/api/sessions/${session.id}/links?as=facilitator`)
    const other = await aServer()
    const device = other.newDevice()
    await openArchive(device, zip)
    const [here, there] = [await links(session.facilitator), await links(device)]
    for (const role of ['facilitator', 'observer', 'wall'] as const) {
      const secret = here[role].split('#sleutel=')[1]
      expect(there[role].split('#sleutel=')[1]).not.toBe(secret)
      // oxlint-disable-next-line no-await-in-loop
      const refusal = await other
        .newDevice()
        .postRefused(`/api/sessions/${session.id}/grants`, { role, secret })
      expect(refusal.code).toBe('link-not-valid')
    }
    for (const { device: before } of inGroups) {
      const again = new Device(other.url)
      again.cookie = before.cookie
      // oxlint-disable-next-line no-await-in-loop
      const refusal = await again.getRefused(`/api/sessions/${session.id}?as=participant`)
      expect(refusal.code).toBe('not-allowed')
    }
    expect(server.url).not.toBe(other.url)
  })

  it('[AR7] goes on when it is opened again: cards merge, and the last merge is undone', async () => {
    const { session, zip, visionId } = await anArchivedEvening()
    const other = await aServer()
    const device = other.newDevice()
    await openArchive(device, zip)
    let presses = 0
    const press = async (command: object): Promise<void> => {
      const { sessionRevision } = await device.get<SessionView>(
        `/api/sessions/${session.id}?as=facilitator`,
      )
      const body = {
        key: `press-of-who-opened-it-${presses++}`,
        seenRevision: sessionRevision,
        command,
      }
      await device.post(`/api/sessions/${session.id}/commands?as=facilitator`, body)
    }
    const vision = (): Promise<string> =>
      textOf(device, `/api/boards/${visionId}/export.json?as=facilitator`)
    await press({ type: 'reopen-session' })
    const before = await vision()
    // Nothing is new: what stands on the vision is called after the same boards.
    await press({ type: 'merge' })
    expect(notesIn(await vision())).toEqual(notesIn(before))
    await press({ type: 'undo-merge' })
    expect(notesIn(await vision()).filter((words) => words.startsWith('Punt van'))).toEqual([])
  })

  it('[AR8] is opened once, however often the same is asked, and not where the session is', async () => {
    const { session, zip } = await anArchivedEvening()
    const other = await aServer()
    const key = 'een-sleutel-van-genoeg-letters'
    const device = other.newDevice()
    await device.get('/api/me')
    const asked = () => sendArchive(device, zip, key)
    const answers = await Promise.all([asked(), asked()])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(await refused(await sendArchive(other.newDevice(), zip))).toMatchObject({
      status: 409,
      code: 'archive-is-here',
    })
    expect(await refused(await sendArchive(session.facilitator, zip))).toMatchObject({
      code: 'archive-is-here',
    })
  })

  it('[AR10] is refused when it is too large, said at once or found out while it comes', async () => {
    const server = await aServer({}, undefined, { archiveBytes: 1000 })
    const zip = new Uint8Array(1001)
    const device = server.newDevice()
    expect(await refused(await sendArchive(device, zip))).toMatchObject({
      status: 413,
      code: 'archive-too-large',
    })
    const pieces = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (let piece = 0; piece < 20; piece++) controller.enqueue(zip.subarray(0, 100))
        controller.close()
      },
    })
    const options = { method: 'POST', body: pieces, duplex: 'half' } as RequestInit
    expect(await refused(await device.ask('/api/archives', options))).toMatchObject({
      code: 'archive-too-large',
    })
  })

  it('[AR9] is opened wholly or not at all, whatever store refuses, and the next try opens it', async () => {
    const { session, zip } = await anArchivedEvening()
    const other = await aServer({}, undefined, {}, undefined, undefined, true)
    const store = anIllStore()
    let status = 0
    let calls = 0
    for (let call = 1; status !== 201; call++) {
      const device = other.newDevice()
      store.failFrom(call, 'for one call')
      // oxlint-disable-next-line no-await-in-loop
      status = (await sendArchive(device, zip)).status
      store.mend()
      if (status === 201) break
      calls++
      // oxlint-disable-next-line no-await-in-loop
      const refusal = await device.getRefused(`/api/sessions/${session.id}?as=facilitator`)
      expect(refusal.code).toBe('not-allowed')
      expect(imagesOn(other, session.id)).toEqual([])
      expect(call).toBeLessThan(200)
    }
    expect(calls).toBeGreaterThan(10)
    expect(status).toBe(201)
  })
})

async function anArchivedEvening() {
  const evening = await aMergedEvening()
  const { session, cards, server } = evening
  await session.command({ type: 'allow-images', on: true })
  const red = { width: 8, height: 6, channels: 3, background: 'red' } as const
  const photo = await sharp({ create: red }).png().toBuffer()
  const group = evening.inGroups[0]?.boardId ?? ''
  const added = await session.facilitator.ask(`/api/boards/${group}/images?as=facilitator`, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: Uint8Array.from(photo),
  })
  const { src } = (await added.json()) as AssetAnswer
  await session.command({ type: 'link-sources', statement: 'shape:zin', cards: cards.slice(0, 2) })
  await session.command({ type: 'save-version' })
  await session.command({ type: 'end-session' })
  server.pass(HOUR)
  const { boards } = await session.view()
  const visionId = boards.find(({ kind }) => kind === 'vision')?.id ?? ''
  const zip = await archiveFrom(session.facilitator, session.id)
  return { ...evening, zip, visionId, src }
}

async function textOf(device: Device, path: string): Promise<string> {
  const answer = await device.ask(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

function notesIn(board: string): readonly string[] {
  return [...board.matchAll(/"text":"([^"]+)"/g)].map(([, words = '']) => words).toSorted()
}

function imagesOn({ dataDir }: TestServer, sessionId: string): readonly string[] {
  const folder = join(dataDir, 'assets', sessionId)
  return existsSync(folder) ? readdirSync(folder) : []
}
