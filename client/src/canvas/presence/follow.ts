import { InstancePresenceRecordType, react, unsafe__withoutCapture } from 'tldraw'
import type { Editor, TLInstancePresence } from 'tldraw'
import { applyRemote } from '../binding/applying.ts'
import type { Others, Telling } from './others.ts'
import type { SeenArea } from './said.ts'

/** Others are drawn as if they had this screen; tldraw fits what they see into ours. */
const SCREEN = 1000

/** Shows what somebody sees, and goes on doing so. */
export function follow(editor: Editor, others: Others, id: string): void {
  // At once: between letting go of one person and following the next, tldraw would know of nobody.
  editor.run(() => {
    tellTldraw(editor, others, id)
    editor.startFollowingUser(id)
  })
}

/**
 * Tells tldraw of the person who is followed, and of nobody else: it draws everybody it knows of
 * anew whenever anybody points. Until the returned function is called.
 */
export function keepFollowing(editor: Editor, others: Others): () => void {
  const followed = (): string | null => editor.getInstanceState().followingUserId
  const stops = [
    others.subscribe(() => {
      const id = followed()
      if (id !== null) tellTldraw(editor, others, id)
    }),
    react('whom tldraw has to know of', () => {
      if (followed() === null) forgetAll(editor)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function tellTldraw(editor: Editor, others: Others, id: string): void {
  const leader = [...others.all].find((other) => other.id === id)
  applyRemote(editor.store, () => {
    if (leader === undefined) forgetAll(editor)
    else editor.store.put([presenceOf(editor, leader)])
  })
}

function forgetAll(editor: Editor): void {
  const known = unsafe__withoutCapture(() => editor.getCollaborators()).map(({ id }) => id)
  if (known.length > 0) applyRemote(editor.store, () => editor.store.remove(known))
}

function presenceOf(editor: Editor, { id, name, color, view }: Telling): TLInstancePresence {
  return InstancePresenceRecordType.create({
    id: InstancePresenceRecordType.createId(id),
    userId: id,
    userName: name,
    color,
    currentPageId: editor.getCurrentPageId(),
    ...(view !== null && lookingAt(view)),
    lastActivityTimestamp: Date.now(),
  })
}

function lookingAt({ x, y, w, h }: SeenArea): Pick<TLInstancePresence, 'camera' | 'screenBounds'> {
  const z = SCREEN / w
  return { camera: { x: -x, y: -y, z }, screenBounds: { x: 0, y: 0, w: SCREEN, h: h * z } }
}
