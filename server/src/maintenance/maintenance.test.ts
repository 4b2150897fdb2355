import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AssetAnswer } from '@stip/api'
import { decodeHello } from '@stip/sync/protocol'
import sharp from 'sharp'
import { describe, expect, it, onTestFinished } from 'vitest'
import { verifyFolder } from '../storage/verify.ts'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import type { TestServer } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import { closeCode } from '../test/device.ts'
import type { Device } from '../test/device.ts'
import { eventually } from '../test/eventually.ts'
import { makeBackup } from './backup.ts'
import { describeVerification } from './findings.ts'
import { restoreBackup } from './restore.ts'
import { TarWriter } from './tar.ts'

const now = new Date(Date.UTC(2026, 4, 12, 21, 30))

// Each test starts servers, which takes its time on a busy machine.
describe('a backup', () => {
  it('[W5] [W6] that is made while people draw, and put back, is the board as it was', async () => {
    const { server, board, path, write, cookie } = await aBoardInUse()
    await write('before')
    const target = join(aFolder(), 'stip.tar')
    const { verification } = await makeBackup(server.dataDir, target, now)
    expect(verification.findings).toEqual([])
    await write('after')
    expect(board.notes).toHaveLength(2)

    await server.app.close()
    const { replaced } = restoreBackup(server.dataDir, target, now)
    expect(readdirSync(replaced ?? '')).toContain('boards.sqlite')
    const again = await aServer({}, server.dataDir)
    const device = again.newDevice()
    device.cookie = cookie
    const reader = new BoardClient(device.socket(path))
    await reader.synced
    expect(reader.notes).toEqual(['shape:before'])
  })

  it('[W5] [W6] takes photos along, whose names are longer than a hundred bytes', async () => {
    const server = await aServer()
    const { session, plenaryId } = await aSessionInGroups(server)
    await session.command({ type: 'allow-images', on: true })
    const src = await aPhotoOn(plenaryId, session.facilitator)
    const target = join(aFolder(), 'stip.tar')
    const { verification } = await makeBackup(server.dataDir, target, now)
    expect(verification).toMatchObject({ assets: 1, findings: [] })
    await server.app.close()
    const { replaced } = restoreBackup(server.dataDir, target, now)
    rmSync(replaced ?? '', { recursive: true })
    const device = (await aServer({}, server.dataDir)).newDevice()
    device.cookie = session.facilitator.cookie
    expect((await device.ask(src)).status).toBe(200)
  })

  it('[W6] that is put back raises the generation of every board, each time', async () => {
    const { server, path, cookie } = await aBoardInUse()
    const target = join(aFolder(), 'stip.tar')
    await makeBackup(server.dataDir, target, now)
    const generations = [await generationOf(server, path, cookie)]
    await server.app.close()
    for (let times = 1; times <= 2; times++) {
      restoreBackup(server.dataDir, target, now)
      // One after the other: it is about what the second one knows of the first.
      // oxlint-disable-next-line no-await-in-loop
      const again = await aServer({}, server.dataDir)
      // oxlint-disable-next-line no-await-in-loop
      generations.push(await generationOf(again, path, cookie))
      // oxlint-disable-next-line no-await-in-loop
      await again.app.close()
    }
    const [first = 0, second = 0, third = 0] = generations
    expect(second).toBeGreaterThan(first)
    expect(third).toBeGreaterThan(second)
  })

  it('[W6] is not put back under a server that runs', async () => {
    const server = await aServer()
    const target = join(aFolder(), 'stip.tar')
    await makeBackup(server.dataDir, target, now)
    expect(() => restoreBackup(server.dataDir, target, now)).toThrow('stop die eerst')
  })

  it('[W6] that is damaged or cut off changes nothing', async () => {
    const server = await aServer()
    await aSessionInGroups(server)
    const target = join(aFolder(), 'stip.tar')
    await makeBackup(server.dataDir, target, now)
    await server.app.close()
    const whole = readFileSync(target)
    const before = readdirSync(server.dataDir)
    const flipped = Buffer.from(whole)
    flipped[5000] = (flipped[5000] ?? 0) ^ 1
    for (const bytes of [flipped, whole.subarray(0, 40_000), Buffer.from('niets')]) {
      writeFileSync(target, bytes)
      expect(() => restoreBackup(server.dataDir, target, now)).toThrow('neem een andere')
    }
    expect(readdirSync(server.dataDir)).toEqual(before)
  })

  it('[W45] in a folder replaces no other of the same moment', async () => {
    const server = await aServer()
    const folder = aFolder()
    for (const name of ['stip-2026-05-12T21-30-00.tar', 'stip-2026-05-12T21-30-00-2.tar']) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await makeBackup(server.dataDir, folder, now)).path).toBe(join(folder, name))
    }
  })

  it('[W44] puts back what it lists and nothing else', async () => {
    const server = await aServer()
    const { session } = await aSessionInGroups(server)
    const target = join(aFolder(), 'stip.tar')
    await makeBackup(server.dataDir, target, now)
    await server.app.close()
    const strangers = ['boards.journal', 'stip.witness', 'assets/elders/foto.webp', 'notitie.txt']
    addTo(target, strangers)
    const { replaced } = restoreBackup(server.dataDir, target, now)
    rmSync(replaced ?? '', { recursive: true })
    const there = readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
    for (const file of there.filter((entry) => entry.isFile())) {
      expect(readFileSync(join(file.parentPath, file.name), 'utf8')).not.toContain('vreemd')
    }
    expect(there.map(({ name }) => name)).not.toContain('notitie.txt')
    const device = (await aServer({}, server.dataDir)).newDevice()
    device.cookie = session.facilitator.cookie
    expect(await session.view(device)).toMatchObject({ title: 'Visie Sterrenveld' })
  })

  it('[W5] does not replace a file that is no backup', async () => {
    const server = await aServer()
    const target = join(aFolder(), 'verslag.docx')
    writeFileSync(target, 'Verslag van de avond')
    await expect(makeBackup(server.dataDir, target, now)).rejects.toThrow('kies een andere naam')
    expect(readFileSync(target, 'utf8')).toBe('Verslag van de avond')
  })
})

describe('verify', () => {
  it('[W7] says of a good folder that it is good, and what is in it', async () => {
    const { server, write } = await aBoardInUse()
    await write('idea')
    const verification = verifyFolder(server.dataDir, true)
    expect(verification).toMatchObject({ findings: [], assets: 0 })
    expect(verification.boards).toBeGreaterThan(0)
    expect(describeVerification(verification)).toEqual([expect.stringMatching(/^Alles is goed: /)])
  })

  it('[W7] [W8] names the board that is damaged, and the server says so too', async () => {
    const { server, boardId, path: address, otherAddress, cookie, write } = await aBoardInUse()
    await write('idea')
    await server.app.close()
    const path = join(server.dataDir, 'boards.sqlite')
    const bytes = readFileSync(path)
    const at = bytes.lastIndexOf('shape:idea')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const { findings } = verifyFolder(server.dataDir, false)
    expect(findings).toEqual([{ kind: 'board', boardId, seq: expect.any(Number) }])

    // The journal would mend it.
    for (const name of readdirSync(server.dataDir)) {
      if (name.startsWith('boards.journal')) rmSync(join(server.dataDir, name))
    }
    const again = await aServer({}, server.dataDir)
    const device = again.newDevice()
    device.cookie = cookie
    const refusal = await device.getRefused(`/api/boards/${boardId}/export.json?as=facilitator`)
    expect(refusal).toMatchObject({ status: 503, code: 'board-damaged' })
    expect(await closeCode(device.socket(address))).toBe(4423)
    const other = new BoardClient(device.socket(otherAddress))
    await other.synced
    expect(other.records.length).toBeGreaterThan(0)
  })
})

/** A board on which a participant can write. */
async function aBoardInUse() {
  const server = await aServer()
  const { session, inGroups } = await aSessionInGroups(server)
  const [anna, bram] = inGroups
  if (anna === undefined || bram === undefined) throw new Error('There are three groups.')
  const writer = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
  const board = new BoardClient(session.facilitator.socket(`/sync/${anna.boardId}?as=facilitator`))
  await Promise.all([writer.synced, board.synced])
  return {
    server,
    board,
    boardId: anna.boardId,
    path: `/sync/${anna.boardId}?as=facilitator`,
    otherAddress: `/sync/${bram.boardId}?as=facilitator`,
    cookie: session.facilitator.cookie,
    /** Resolves when somebody else sees it, and so when it is on disk. */
    write: async (id: string) => {
      writer.write(id)
      await eventually(() => expect(board.notes).toContain(`shape:${id}`))
    },
  }
}

/** Puts files into a backup that its list does not know. */
function addTo(backup: string, names: readonly string[]): void {
  const end = 1024
  const before = readFileSync(backup).subarray(0, -end)
  const tar = new TarWriter(backup)
  for (const name of names) tar.addBytes(`stip-backup/${name}`, Buffer.from('vreemd'))
  tar.end()
  tar.close()
  writeFileSync(
    backup,
    Buffer.concat([readFileSync(backup).subarray(0, -end), before, Buffer.alloc(end)]),
  )
}

async function aPhotoOn(boardId: string, device: Device): Promise<string> {
  const body = await sharp({
    create: { width: 30, height: 20, channels: 3, background: '#0B5FA5' },
  })
    .png()
    .toBuffer()
  const answer = await device.ask(`/api/boards/${boardId}/images?as=facilitator`, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: new Uint8Array(body),
  })
  return ((await answer.json()) as AssetAnswer).src
}

async function generationOf(
  server: TestServer,
  path: string,
  cookie: string | undefined,
): Promise<number> {
  const device = server.newDevice()
  device.cookie = cookie
  const socket = device.socket(`${path}&stip=1`)
  onTestFinished(() => socket.terminate())
  const [data] = await new Promise<[Buffer]>((resolve) => {
    socket.once('message', (message: Buffer) => resolve([message]))
  })
  const hello = decodeHello(new Uint8Array(data))
  return hello.ok ? hello.value.generation : 0
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stip-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
