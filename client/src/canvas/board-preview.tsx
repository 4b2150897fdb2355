import type { StoredRecord } from '@stip/board'
import { checkRecord, liveOf } from '@stip/documents'
import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import { Box, Tldraw } from 'tldraw'
import type { Editor, TLComponents, TLStore } from 'tldraw'
import { assetUrls } from './setup/assets.ts'
import { sharedRecordOf } from './binding/shared-record.ts'
import { BoardErrorFallback } from './board-error-fallback.tsx'
import { bindingUtils, createBoardStore, shapeUtils } from './setup/board-store.ts'
import { cameraOptions } from './view/camera.ts'
import { addFontsFromNode } from './fonts/script-fonts.ts'
import { releaseListenersWhenClosed } from './tldraw-patches/release-editor-listeners.ts'
import 'tldraw/tldraw.css'
import './canvas.css'

const components: TLComponents = { ContextMenu: null, ErrorFallback: BoardErrorFallback }

const textOptions = { addFontsFromNode }

/** Room around what is shown, in px. */
const MARGIN = 24

interface BoardPreviewProps {
  /** What stood on the board, what was gone included. */
  readonly records: readonly Pick<StoredRecord, 'record' | 'isGone' | 'isTemplate'>[]
  readonly label: string
}

/** A board as it was, to look at: it can be moved and made larger, and not changed. */
export function BoardPreview({ records, label }: BoardPreviewProps): ReactElement {
  const [store] = useState(createBoardStore)
  const [editor, setEditor] = useState<Editor>()
  useEffect(() => {
    show(store, records)
    if (editor !== undefined) keepInSight(editor)
  }, [store, editor, records])
  return (
    <section className="stip-board stip-board--preview" aria-label={label}>
      <Tldraw
        store={store}
        assetUrls={assetUrls}
        shapeUtils={shapeUtils}
        bindingUtils={bindingUtils}
        textOptions={textOptions}
        cameraOptions={cameraOptions}
        components={components}
        autoFocus={false}
        hideUi
        onMount={(mounted) => {
          releaseListenersWhenClosed(mounted)
          mounted.updateInstanceState({ isReadonly: true })
          mounted.setCurrentTool('hand')
          setEditor(mounted)
        }}
      />
    </section>
  )
}

function show(store: TLStore, records: BoardPreviewProps['records']): void {
  const stored = records
    .filter(({ record }) => checkRecord(record).ok)
    .map((each) => ({ ...each, sources: [], base: undefined }))
  const shown = liveOf(stored).map(sharedRecordOf)
  const ids = new Set<string>(shown.map(({ id }) => id))
  store.mergeRemoteChanges(() => {
    const left = store.allRecords().filter(({ id, typeName }) => isOnPage(typeName) && !ids.has(id))
    store.remove(left.map(({ id }) => id))
    store.put(shown)
  })
}

function isOnPage(typeName: string): boolean {
  return typeName === 'shape' || typeName === 'binding' || typeName === 'asset'
}

/** Between two moments the view stays where it is, so that one sees what changed. */
function keepInSight(editor: Editor): void {
  const bounds = editor.getCurrentPageBounds()
  if (bounds === undefined) return
  const seen = editor.getViewportPageBounds()
  const isLost = bounds.w < seen.w / 3 && bounds.h < seen.h / 3
  if (seen.contains(bounds) && !isLost) return
  editor.zoomToBounds(Box.From(bounds), { inset: MARGIN, immediate: true })
}
