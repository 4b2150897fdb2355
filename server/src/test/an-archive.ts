import { deflateRawSync } from 'node:zlib'
import { Archive, paths, ZipWriter } from '@stip/report/archive'
import type { Manifest } from '@stip/report/archive'
import { sha256 } from '@stip/report/hash'
import { expect } from 'vitest'
import type { Device } from './device.ts'

const limits = { files: 20_000, fileBytes: 1e8, allBytes: 1e9, ratio: 1100 }

type Zip = Uint8Array<ArrayBuffer>

/** The archive of a session that is over, for who leads it. */
export async function archiveFrom(device: Device, sessionId: string): Promise<Zip> {
  const answer = await device.ask(`/api/sessions/${sessionId}/archive.zip`)
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

/** Sends an archive, whatever comes of it. */
export function sendArchive(device: Device, zip: Zip, key?: string): Promise<Response> {
  const headers = {
    'content-type': 'application/zip',
    ...(key !== undefined && { 'idempotency-key': key }),
  }
  return device.ask('/api/archives', { method: 'POST', headers, body: zip })
}

/** Sends an archive and expects that it is opened. */
export async function openArchive(device: Device, zip: Zip): Promise<{ sessionId: string }> {
  const answer = await sendArchive(device, zip)
  const words = await answer.text()
  expect(`${answer.status} ${words}`).toMatch(/^201 /)
  return JSON.parse(words) as { sessionId: string }
}

export function readZip(zip: Uint8Array): Archive {
  return new Archive(zip, limits)
}

/** What is in an archive, without when it was made. */
export function contentOf(zip: Uint8Array): readonly string[] {
  return readZip(zip)
    .manifest.files.filter(({ use }) => use !== 'metadata')
    .map((file) => `${file.path} ${file.sha256}`)
    .toSorted()
}

/** The same archive with a file changed, and all hashes right: as somebody makes it by hand. */
export function changed(
  zip: Uint8Array,
  path: string,
  change: (words: string) => string | Uint8Array,
): Zip {
  const archive = readZip(zip)
  const { manifest } = archive
  // What people read is nothing to who opens it.
  const data = manifest.files.filter(({ use }) => use === 'data')
  const files = data.map((file) => {
    const bytes = Buffer.from(archive.need(file.path))
    if (file.path !== path) return { ...file, content: bytes }
    const content = Buffer.from(change(bytes.toString()))
    return { ...file, bytes: content.length, sha256: sha256(content), content }
  })
  const next: Manifest = { ...manifest, files: files.map(({ content: _content, ...file }) => file) }
  const writer = new ZipWriter()
  const all = [
    ...files.map(({ path: name, content }) => ({ path: name, bytes: content })),
    { path: paths.manifest, bytes: Buffer.from(JSON.stringify(next)) },
  ]
  const pieces = all.flatMap(({ path: name, bytes }) =>
    writer.add({ path: name, bytes, deflated: deflateRawSync(bytes) }),
  )
  return Uint8Array.from(Buffer.concat([...pieces, writer.end()]))
}
