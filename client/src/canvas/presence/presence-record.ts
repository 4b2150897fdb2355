import { InstancePresenceRecordType, PageRecordType } from 'tldraw'
import type { TLInstancePresence, TLShapeId } from 'tldraw'
import { nlCanvas } from '../../texts/nl-canvas.ts'
import { nameOf, safeColor } from './person.ts'
import { readSaid } from './said.ts'
import type { SeenArea } from './said.ts'

/** Others are drawn as if they had this screen; tldraw fits what they see into ours. */
const SCREEN = 1000

/** tldraw's name for somebody else on the board. */
export function presenceId(client: number): TLInstancePresence['id'] {
  return InstancePresenceRecordType.createId(String(client))
}

/** Somebody else as tldraw shows them; undefined for who says nothing, or of whom nobody may know. */
export function presenceOf(
  client: number,
  state: Readonly<Record<string, unknown>> | undefined,
): TLInstancePresence | undefined {
  // The server stamps everybody that it passes on.
  if (state?.['user'] === undefined) return undefined
  const { pointer, selected, view } = readSaid(state)
  if (pointer == null && view === null) return undefined
  return InstancePresenceRecordType.create({
    id: presenceId(client),
    userId: String(client),
    userName: nameOf(state['user']) ?? nlCanvas.somebody,
    color: safeColor(state['user']),
    currentPageId: PageRecordType.createId('page'),
    cursor: pointer == null ? null : { ...pointer, type: 'default', rotation: 0 },
    selectedShapeIds: selected as TLShapeId[],
    ...(view !== null && lookingAt(view)),
    scribbles: [],
    lastActivityTimestamp: Date.now(),
  })
}

function lookingAt({ x, y, w, h }: SeenArea): Pick<TLInstancePresence, 'camera' | 'screenBounds'> {
  const z = SCREEN / w
  return { camera: { x: -x, y: -y, z }, screenBounds: { x: 0, y: 0, w: SCREEN, h: h * z } }
}
