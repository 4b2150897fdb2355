import { deflateRawSync } from 'node:zlib'
import { Archive, paths, ZipWriter } from '@stip/report/archive'
import type { HistoryFile, Manifest } from '@stip/report/archive'
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
  return remade(zip, (files) => {
    const before = files.get(path)
    if (before !== undefined) files.set(path, Buffer.from(change(before.toString())))
  })
}

/** The same archive with other files, and all hashes right. */
export function remade(zip: Uint8Array, change: (files: Map<string, Buffer>) => void): Zip {
  const archive = readZip(zip)
  const { manifest } = archive
  // What people read is nothing to who opens it.
  const data = manifest.files.filter(({ use }) => use === 'data')
  const files = new Map(data.map(({ path }) => [path, Buffer.from(archive.need(path))]))
  change(files)
  const listed = [...files].map(([path, bytes]) => ({
    path,
    bytes: bytes.length,
    sha256: sha256(bytes),
    mediaType: data.find((file) => file.path === path)?.mediaType ?? '',
    use: 'data' as const,
  }))
  const next: Manifest = { ...manifest, files: listed }
  const writer = new ZipWriter()
  const all = [...files, [paths.manifest, Buffer.from(JSON.stringify(next))] as const]
  const pieces = all.flatMap(([path, bytes]) =>
    writer.add({ path, bytes, deflated: deflateRawSync(bytes) }),
  )
  return Uint8Array.from(Buffer.concat([...pieces, writer.end()]))
}

/** The same archive with one more image. */
export function withImage(zip: Uint8Array, bytes: Uint8Array, ending: string): Zip {
  return remade(zip, (files) => {
    const name = `${sha256(bytes)}.${ending}`
    files.set(paths.image(name), Buffer.from(bytes))
    const history = JSON.parse(String(files.get(paths.history))) as HistoryFile
    const images = [...history.images, { name, boards: history.boards.slice(0, 1) }]
    files.set(paths.history, Buffer.from(JSON.stringify({ ...history, images })))
  })
}
