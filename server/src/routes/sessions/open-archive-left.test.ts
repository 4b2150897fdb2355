import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { aServer, aSession } from '../../test/a-server.ts'
import type { TestServer } from '../../test/a-server.ts'
import { archiveFrom, sendArchive } from '../../test/an-archive.ts'
import { eventually } from '../../test/eventually.ts'

it('[AR12] of an archive whose sender is gone nothing is left, and the next is opened', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stip-test-'))
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
  const session = await aSession(await aServer())
  await session.command({ type: 'end-session' })
  const zip = await archiveFrom(session.facilitator, session.id)
  const server = await aServer()
  for (const ends of [zip.length / 2, zip.length - 1, zip.length, zip.length, zip.length]) {
    // oxlint-disable-next-line no-await-in-loop
    await sendAndGo(server, Buffer.concat([Buffer.alloc(4_000_000), zip]), 4_000_000 + ends)
  }
  // Until all of that was noticed, whoever comes from the same address waits.
  const device = server.newDevice()
  await eventually(async () => {
    const { status } = await sendArchive(device, zip)
    expect([201, 409]).toContain(status)
  })
  await eventually(() =>
    expect(readdirSync(folder).filter((name) => name.startsWith('stip-archive'))).toEqual([]),
  )
})

/** Sends an archive with so many bytes of it, and hangs up with the last. */
async function sendAndGo(server: TestServer, zip: Uint8Array, bytes: number): Promise<void> {
  const gone = Promise.withResolvers<void>()
  const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1' })
  socket.on('error', () => undefined).on('close', () => gone.resolve())
  socket.write(
    `POST /api/archives HTTP/1.1\r\nHost: stip\r\nContent-Type: application/zip\r\nContent-Length: ${zip.length}\r\n\r\n`,
  )
  socket.write(zip.subarray(0, Math.floor(bytes)), () => socket.destroy())
  await gone.promise
}
