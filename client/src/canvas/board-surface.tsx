import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { Tldraw } from 'tldraw'
import type { Editor, TLComponents } from 'tldraw'
import { PhotoDesk } from './images/photo-desk.ts'
import type { BoardState } from '../board/shared-board.ts'
import { assetUrls } from './setup/assets.ts'
import { behaveOnSharedBoard } from './tldraw-patches/behaviour.ts'
import type { BoardCanvasProps } from './board-props.ts'
import { BoardErrorFallback } from './board-error-fallback.tsx'
import { bindingUtils, shapeUtils } from './setup/board-store.ts'
import { cameraOptions, hearWheelAlways } from './view/camera.ts'
import { BoardChrome } from './chrome/board-chrome.tsx'
import { comeCloseWhileTyping } from './view/close-up.ts'
import { nameOriginals } from './copying/copy-origin.ts'
import { FingerSelectTool } from './touch/finger-tool.ts'
import { applyScriptFonts } from './fonts/script-fonts.ts'
import { SelectionOutlines } from './drawing/selection-outlines.tsx'
import { StipCanvas } from './drawing/stip-canvas.tsx'
import { keepApart } from './note/keep-apart.ts'
import { keepToNotes } from './note/keep-to-notes.ts'
import { workWithoutPen } from './tldraw-patches/leave-pen-mode.ts'
import { giveWayToPinch } from './touch/pinch.ts'
import { tellPicked } from './view/picked-shape.ts'
import { quietTouch } from './touch/quiet-touch.ts'
import { sendInk } from './ink/send-ink.ts'
import { WetInkLayer } from './ink/wet-ink-layer.tsx'
import { registerExternalContent } from './images/external-content.ts'
import type { OpenBoard } from './open-board.ts'
import { CursorLayer } from './presence/cursor-layer.tsx'
import { keepFollowing } from './presence/follow.ts'
import { OthersProvider } from './presence/others-context.ts'
import { Others } from './presence/others.ts'
import { sendPointer } from './presence/send-pointer.ts'
import { shortcuts } from './setup/shortcuts.ts'
import { HorizonTool, StipTool } from './stip/stip-tools.ts'
import { applyOwnColors } from './setup/theme.ts'
import { tellWhenTakenAway } from './taken-away.ts'
import { setToolDefaults } from './setup/tool-defaults.ts'
import { useBoardHandle } from './use-board-handle.ts'
import { useView } from './view/use-view.ts'
import { boardUser } from './setup/user.ts'

/** tldraw's own errors are thrown on to our boundary; a right-click menu is a tool too many. */
const components: TLComponents = {
  Canvas: StipCanvas,
  ShapeIndicators: SelectionOutlines,
  ContextMenu: null,
  // Others are shown by our own layers; tldraw hears only of who is followed.
  CollaboratorCursor: null,
  CollaboratorHint: null,
  CollaboratorScribble: null,
  ErrorFallback: BoardErrorFallback,
}

const tools = [FingerSelectTool, StipTool, HorizonTool]

applyOwnColors()
applyScriptFonts()

interface BoardSurfaceProps extends BoardCanvasProps {
  readonly board: OpenBoard
  readonly status: BoardState['status']
}

/** tldraw itself, bound to an open board. */
export function BoardSurface({ status, access, ...props }: BoardSurfaceProps): ReactElement {
  // While somebody draws the status goes back and forth; tldraw need not hear of that.
  const mayWrite = access === 'write' && props.chrome === 'full' && maySend(status)
  return <Surface {...props} mayWrite={mayWrite} />
}

interface SurfaceProps extends Omit<BoardSurfaceProps, 'status' | 'access'> {
  readonly mayWrite: boolean
}

const Surface = memo(function Surface(props: SurfaceProps): ReactElement {
  const { board, boardId, role, mayWrite, chrome, area, onPick, onReady, apiRef } = props
  const { imagesAllowed = false, notesOnly = false } = props
  const [editor, setEditor] = useState<Editor>()
  const [user] = useState(boardUser)
  const [desk] = useState(() => new PhotoDesk())
  const others = useMemo(() => new Others(board.awareness), [board])
  useEffect(() => {
    desk.allow(imagesAllowed && mayWrite)
  }, [desk, imagesAllowed, mayWrite])
  const latestOnReady = useRef(onReady)
  useEffect(() => {
    latestOnReady.current = onReady
  })

  const mount = useCallback(
    (mounted: Editor) => {
      registerExternalContent({
        editor: mounted,
        binding: board.binding,
        notices: board.notices,
        desk,
      })
      const stops = [
        board.attach(mounted),
        behaveOnSharedBoard(mounted, board.binding),
        setToolDefaults(mounted),
        quietTouch(mounted),
        hearWheelAlways(mounted),
        workWithoutPen(mounted),
        giveWayToPinch({ editor: mounted, binding: board.binding }),
        comeCloseWhileTyping(mounted),
        keepApart(mounted),
        tellWhenTakenAway(mounted, board.binding, board.notices),
      ]
      nameOriginals(mounted, boardId)
      setEditor(mounted)
      return () => {
        for (const stop of stops) stop()
      }
    },
    [board, boardId, desk],
  )

  useEffect(() => {
    if (editor === undefined) return
    editor.updateInstanceState({ isReadonly: !mayWrite })
    editor.setCurrentTool(mayWrite ? 'select' : 'hand')
  }, [editor, mayWrite])

  useEffect(() => {
    if (editor === undefined || chrome === 'none') return undefined
    const stops = [
      sendPointer(editor, board.awareness),
      sendInk({
        editor,
        wetStroke: () => board.binding.wetStroke,
        send: (content) => board.ephemerals.send(content),
        holdsBack: () => board.binding.holdsBack(),
      }),
      others.start(),
      keepFollowing(editor, others),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [editor, board, others, chrome])

  const subscribeToInk = useCallback(
    (listener: (trail: number, content: Uint8Array) => void) =>
      board.ephemerals.subscribe(listener),
    [board],
  )
  const latestOnPick = useRef(onPick)
  useEffect(() => {
    latestOnPick.current = onPick
  })
  useEffect(() => {
    if (editor === undefined || !notesOnly) return undefined
    return keepToNotes(editor, board.binding)
  }, [editor, board, notesOnly])

  const hearsPicks = onPick !== undefined
  useEffect(() => {
    if (editor === undefined || !hearsPicks) return undefined
    return tellPicked(editor, (id) => latestOnPick.current?.(id))
  }, [editor, hearsPicks])

  const view = useView(editor, area, chrome)
  useBoardHandle(apiRef, editor, board.binding, view)
  useEffect(() => {
    // After the view and the handle above: whoever hears this may use both.
    if (editor !== undefined) latestOnReady.current?.()
  }, [editor])

  return (
    <OthersProvider value={others}>
      <Tldraw
        store={board.store}
        user={user}
        assetUrls={assetUrls}
        shapeUtils={shapeUtils}
        bindingUtils={bindingUtils}
        tools={tools}
        textOptions={board.textOptions}
        cameraOptions={cameraOptions}
        components={components}
        overrides={shortcuts}
        onMount={mount}
        // Picking looks for what lies under the pointer, which tldraw must not do before our canvas is there.
        initialState="hand"
        autoFocus={false}
        hideUi
      >
        <WetInkLayer subscribe={subscribeToInk} />
        <CursorLayer />
        {chrome === 'full' && (
          <BoardChrome
            board={board}
            boardId={boardId}
            role={role}
            mayWrite={mayWrite}
            desk={desk}
            imagesAllowed={imagesAllowed}
            notesOnly={notesOnly}
            pickedActions={props.pickedActions}
            onGoToArea={area === undefined ? undefined : () => view.goToStep(area)}
            onGoToAll={view.goToAll}
          />
        )}
      </Tldraw>
    </OthersProvider>
  )
})

function maySend(status: BoardState['status']): boolean {
  return !['refused', 'damaged', 'closed', 'read-only'].includes(status)
}
