import type { BoardStatus } from '../../canvas/board-props.ts'
import { nlStatus } from '../../texts/board/nl-status.ts'

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
        ? { text: nlStatus.readOnly, mood: 'good' }
        : { text: nlStatus.saved, mood: 'good' }
    case 'read-only':
      return { text: nlStatus.readOnly, mood: 'good' }
    case 'saving':
      return { text: nlStatus.saving, mood: 'busy' }
    case 'connecting':
      return count > 0
        ? { text: isKept ? nlStatus.kept(count) : nlStatus.notKept(count), mood: 'attention' }
        : { text: nlStatus.connecting, mood: 'busy' }
    case 'syncing':
      return { text: nlStatus.syncing, mood: 'busy' }
    case 'offline':
      return {
        text: count > 0 ? waitingText(count, isKept) : nlStatus.offline,
        mood: 'attention',
      }
    case 'refused':
      return { text: nlStatus.refused, mood: 'attention' }
    case 'damaged':
      return { text: nlStatus.damaged(count), mood: 'attention' }
    default:
      return { text: nlStatus.closed, mood: 'attention' }
  }
}

function waitingText(count: number, isKept: boolean): string {
  return isKept ? nlStatus.offlineWith(count) : nlStatus.notKept(count)
}
