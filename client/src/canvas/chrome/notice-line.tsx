import { useCallback, useSyncExternalStore } from 'react'
import type { ReactElement } from 'react'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import type { Notices } from '../notices.ts'

/** The one short message over the board, read out by a screen reader as well. */
export function NoticeLine({ notices }: { readonly notices: Notices }): ReactElement {
  const subscribe = useCallback((listener: () => void) => notices.subscribe(listener), [notices])
  const notice = useSyncExternalStore(subscribe, () => notices.current)
  return (
    <output className="stip-notice-line">
      {notice !== undefined && (
        <div className={`stip-note-bar stip-note-bar--${notice.kind}`}>
          <span>{notice.text}</span>
          {notice.action !== undefined && (
            <button
              type="button"
              onClick={() => {
                notice.action?.run()
                notices.clear()
              }}
            >
              {notice.action.name}
            </button>
          )}
          {notice.kind === 'problem' && (
            <button type="button" onClick={() => notices.clear()}>
              {nlCanvas.close}
            </button>
          )}
        </div>
      )}
    </output>
  )
}
