import { api } from '../../live/api/api.ts'
import { forgetViews } from '../../live/feed/view-copy.ts'
import { part } from '../../live/part.ts'

/**
 * Makes room for another person on this device: the grant goes, and so does every copy of a board
 * that was kept here.
 */
export async function forgetDevice(sessionId: string): Promise<void> {
  await api.leave(sessionId)
  sessionStorage.clear()
  forgetViews()
  const { clearAllLocalCopies } = await part(() => import('@stip/sync/client'))
  await clearAllLocalCopies()
}
