import { DefaultColorStyle, richTextValidator } from '@tldraw/tlschema'
import type { RecordProps, TLBaseShape, TLDefaultColorStyle, TLRichText } from '@tldraw/tlschema'
import { T } from '@tldraw/validate'

/** What a stip shows. `w` is the width of its sentence in px, before `scale`. */
export interface StipProps {
  w: number
  scale: number
  color: TLDefaultColorStyle
  richText: TLRichText
}

/** A stip: a filled dot with a sentence below it, the heart of what a group draws. */
export type StipShape = TLBaseShape<'stip', StipProps>

/** Validators for the props of a stip, for our schema and for the client's ShapeUtil. */
export const stipProps: RecordProps<StipShape> = {
  w: T.nonZeroNumber,
  scale: T.nonZeroNumber,
  color: DefaultColorStyle,
  richText: richTextValidator,
}

/** What a horizon shows. `w` is its length in px, before `scale`. */
export interface HorizonProps {
  w: number
  scale: number
  color: TLDefaultColorStyle
}

/** A horizon: a level line across, for a stip to stand above. */
export type HorizonShape = TLBaseShape<'horizon', HorizonProps>

/** Validators for the props of a horizon, for our schema and for the client's ShapeUtil. */
export const horizonProps: RecordProps<HorizonShape> = {
  w: T.nonZeroNumber,
  scale: T.nonZeroNumber,
  color: DefaultColorStyle,
}

/** Measures that every reader of these shapes shares, in px before `scale`. */
export const stipMeasures = { dot: 72, gap: 16, fontSize: 28, lineHeight: 1.35 } as const
export const horizonHeight = 24
