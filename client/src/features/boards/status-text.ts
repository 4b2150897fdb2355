import type { BoardStatus } from '../../canvas/board-props.ts'
import { nl } from '../../texts/nl.ts'

export interface StatusText {
  readonly text: string
  readonly mood: 'good' | 'busy' | 'attention'
}

/**
 * Says where somebody's changes are. "Opgeslagen" only when the server's disk confirmed it;
 * what is on this device is called that.
 *
 * @param isKept - Whether this device keeps what waits when the page goes; not in every private window.
 */
export function statusText(
  status: BoardStatus,
  access: 'read' | 'write',
  isKept = true,
): StatusText {
  const { kind, unsavedCount: count } = status
  switch (kind) {
    case 'saved':
      return access === 'read'
        ? { text: nl.status.readOnly, mood: 'good' }
        : { text: nl.status.saved, mood: 'good' }
    case 'read-only':
      return { text: nl.status.readOnly, mood: 'good' }
    case 'saving':
      return { text: nl.status.saving, mood: 'busy' }
    case 'connecting':
      return count > 0
        ? { text: isKept ? nl.status.kept(count) : nl.status.notKept(count), mood: 'attention' }
        : { text: nl.status.connecting, mood: 'busy' }
    case 'syncing':
      return { text: nl.status.syncing, mood: 'busy' }
    case 'offline':
      return {
        text: count > 0 ? waitingText(count, isKept) : nl.status.offline,
        mood: 'attention',
      }
    case 'refused':
      return { text: nl.status.refused, mood: 'attention' }
    case 'damaged':
      return { text: nl.status.damaged(count), mood: 'attention' }
    default:
      return { text: nl.status.closed, mood: 'attention' }
  }
}

function waitingText(count: number, isKept: boolean): string {
  return isKept ? nl.status.offlineWith(count) : nl.status.notKept(count)
}
