import { useCallback, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { CSSProperties, ReactElement } from 'react'
import { DefaultColorThemePalette, track, useEditor } from 'tldraw'
import type { TLNoteShape } from 'tldraw'
import { StaticNotes } from '../drawing/static-notes.ts'
import { NotesInHand } from './notes-in-hand.ts'
import { plainLines } from './note-words.ts'

interface NotePaperProps {
  readonly shape: TLNoteShape
  /** As tldraw draws it, with all that is needed to write on it. */
  readonly whole: (shape: TLNoteShape) => ReactElement
}

const letters = { s: 18, m: 22, l: 26, xl: 32 } as const
/** Room around the words, in px before `scale`. */
const EDGE = 16
const shadows = 4

/**
 * A note as a sheet with words on it, and no more than that until somebody takes it in hand: what
 * tldraw keeps ready in each note to write on it is most of what a full board costs.
 */
export function NotePaper({ shape, whole }: NotePaperProps): ReactElement {
  const { id, props } = shape
  const editor = useEditor()
  const inHand = NotesInHand.of(editor)
  const subscribe = useCallback(
    (listener: () => void) => inHand.subscribe(id, listener),
    [inHand, id],
  )
  const isInHand = useSyncExternalStore(subscribe, () => inHand.has(id))
  const lines = useMemo(() => plainLines(props.richText), [props.richText])
  // The sheet stays below what replaces it, words and all: a touch goes on where it began.
  return (
    <>
      {lines !== undefined && props.url === '' && (
        <Sheet shape={shape} lines={lines} isInHand={isInHand} />
      )}
      {(isInHand || lines === undefined || props.url !== '') && (
        <Whole shape={shape} whole={whole} />
      )}
    </>
  )
}

const Whole = track(function Whole({ shape, whole }: NotePaperProps): ReactElement {
  return whole(shape)
})

function Sheet({
  shape,
  lines,
  isInHand,
}: {
  readonly shape: TLNoteShape
  readonly lines: readonly string[]
  readonly isInHand: boolean
}): ReactElement {
  const { id, props } = shape
  const { color, labelColor, size, font, align, verticalAlign, scale, fontSizeAdjustment } = props
  const theme = DefaultColorThemePalette.lightMode
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--stip-px': `${scale}px`,
    background: theme[color].note.fill,
    color: labelColor === 'black' ? theme[color].note.text : theme[labelColor].fill,
    fontSize: (fontSizeAdjustment === 0 ? letters[size] : fontSizeAdjustment) * scale,
    padding: EDGE * scale,
  }
  const isEmpty = lines.every((line) => line === '')
  const editor = useEditor()
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const drawn = ref.current?.closest<HTMLElement>('.tl-shape')
    // In hand, it stands exactly where its outline and its caret are.
    if (isInHand || drawn === null || drawn === undefined) return undefined
    return StaticNotes.of(editor).lay(id, drawn)
  }, [editor, id, isInHand])
  return (
    <div
      ref={ref}
      className={`stip-note ${isInHand ? 'stip-note--in-hand' : `stip-note--shadow-${shadowOf(id)}`}`}
      data-align={align}
      data-vertical={verticalAlign}
      data-font={font}
      style={style}
    >
      {!isEmpty && (
        <div className="stip-note__words" dir="auto" aria-hidden="true">
          {lines.map((line, number) => (
            // Lines have no name, and nothing but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <p key={number} dir="auto">
              {line}
            </p>
          ))}
        </div>
      )}
    </div>
  )
}

/** Notes do not lie equally flat; which way one lies follows from its name. */
function shadowOf(id: string): number {
  let sum = 0
  for (let at = 0; at < id.length; at++) sum += id.charCodeAt(at)
  return sum % shadows
}
