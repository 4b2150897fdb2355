import { readBoard } from '@stip/documents'
import type { BoardId } from '@stip/primitives'
import type { Room } from '@stip/sync/room'
import type { Session } from '@stip/workshop'
import type { Services } from '../services.ts'

/** The images of a board as data addresses, by the address they have here, so that a file stands alone. */
export async function assetDataOf(
  { storage }: Pick<Services, 'storage'>,
  session: Session,
  room: Room,
): Promise<ReadonlyMap<string, string>> {
  await room.settled()
  const addresses = room.read(readBoard).flatMap(({ record }) => {
    const src = record.typeName === 'asset' ? record.props['src'] : undefined
    return typeof src === 'string' ? [src] : []
  })
  const data = new Map<string, string>()
  for (const src of new Set(addresses)) {
    const [, , place, sessionId, name = ''] = src.split('/')
    if (place !== 'assets' || sessionId !== session.id) continue
    // One at a time: a board may hold many photos, and all of them at once fill the memory.
    // oxlint-disable-next-line no-await-in-loop
    const asset = await storage.assets.read(session.id, name)
    if (asset === undefined) continue
    data.set(src, `data:${asset.mimeType};base64,${asset.bytes.toString('base64')}`)
  }
  return data
}

/** The name a browser gives to a board that is saved: title and board, in letters every disk takes. */
export function exportName(session: Session, boardId: BoardId, ending: string): string {
  const board = session.boards.find(({ id }) => id === boardId)
  const group = session.groups.find(({ id }) => id === board?.groupId)
  const kinds = { plenary: 'plenair', group: `groep-${group?.letter ?? ''}`, vision: 'visie' }
  const name = `${session.title} ${board === undefined ? '' : kinds[board.kind]}`
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100)
  return `attachment; filename="${name === '' ? 'bord' : name}.${ending}"`
}
