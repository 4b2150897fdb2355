import { ArrowShapeUtil } from 'tldraw'
import type { TLArrowShape, TLFontFace } from 'tldraw'
import { plainFaces } from './script-fonts.ts'

/** An arrow that has the letters for what is written on it. */
export class OwnArrowShapeUtil extends ArrowShapeUtil {
  override getFontFaces({ props: { text, font } }: TLArrowShape): TLFontFace[] {
    return text === '' ? [] : plainFaces(text, font)
  }
}
