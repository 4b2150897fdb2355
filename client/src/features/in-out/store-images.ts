import type { Role } from '@stip/api'
import type { BoardRecord } from '@stip/board'
import type { BoardImport } from '@stip/documents/files'
import type { Json, RecordId } from '@stip/primitives'
import { uploadImage } from '../../live/requests/upload-image.ts'

interface StoreOptions {
  readonly boardId: string
  readonly role: Role
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}

/** Records that show only images which the server has, and how many images it did not take. */
export interface WithImages {
  readonly records: readonly BoardRecord[]
  readonly failed: number
}

/** Stores the images of a file on the server, one after the other; what fails is left out. */
export async function storeImages(
  { records, images }: BoardImport,
  options: StoreOptions,
): Promise<WithImages> {
  const stored = new Map<RecordId, BoardRecord['props']>()
  for (const [done, image] of images.entries()) {
    if (options.signal.aborted) break
    options.onProgress(done + 1)
    // One at a time: a board may hold many photos, and a phone on poor wifi would finish none.
    // oxlint-disable-next-line no-await-in-loop
    const props = await store(image.dataUrl, options)
    if (props !== undefined) stored.set(image.asset, props)
  }
  const kept = records.flatMap((record) => withImage(record, stored))
  return { records: kept, failed: images.length - stored.size }
}

/** The same records without any image. */
export function withoutImages({ records }: BoardImport): readonly BoardRecord[] {
  return records.filter(({ type }) => type !== 'image')
}

async function store(
  dataUrl: string,
  { boardId, role, signal }: StoreOptions,
): Promise<BoardRecord['props'] | undefined> {
  const picture = await blobOf(dataUrl)
  if (picture === undefined) return undefined
  const outcome = await uploadImage(picture, { boardId, role, signal })
  if (!outcome.ok) return undefined
  const { src, width: w, height: h, mimeType, size: fileSize } = outcome.asset
  return { src, w, h, mimeType, fileSize }
}

async function blobOf(dataUrl: string): Promise<Blob | undefined> {
  try {
    return await (await fetch(dataUrl)).blob()
  } catch {
    // A broken address in a file holds no picture.
    return undefined
  }
}

function withImage(
  record: BoardRecord,
  stored: ReadonlyMap<RecordId, BoardRecord['props']>,
): readonly BoardRecord[] {
  if (record.type !== 'image') return [record]
  if (record.typeName === 'asset') {
    const props = stored.get(record.id)
    return props === undefined ? [] : [{ ...record, props: { ...record.props, ...props } }]
  }
  const asset: Json | undefined = record.props['assetId']
  // A place for a picture that the file itself left empty.
  if (asset === null) return [record]
  return typeof asset === 'string' && stored.has(asset) ? [record] : []
}
