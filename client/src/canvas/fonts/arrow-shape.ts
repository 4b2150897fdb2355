import { ArrowShapeUtil, LineShapeUtil } from 'tldraw'
import type { TLArrowShape, TLFontFace, TLHandle, TLLineShape } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { plainFaces } from './script-fonts.ts'

const { handles } = nlCanvas

/** An arrow that has the letters for what is written on it, and Dutch names for what one holds it by. */
export class OwnArrowShapeUtil extends ArrowShapeUtil {
  override getFontFaces({ props: { text, font } }: TLArrowShape): TLFontFace[] {
    return text === '' ? [] : plainFaces(text, font)
  }

  override getHandles(shape: TLArrowShape): TLHandle[] {
    const names: Record<string, string> = { start: handles.start, end: handles.end }
    return super
      .getHandles(shape)
      .map((handle) => ({ ...handle, label: names[handle.id] ?? handles.bend }))
  }
}

/** A line with Dutch names for what one holds it by. */
export class OwnLineShapeUtil extends LineShapeUtil {
  override getHandles(shape: TLLineShape): TLHandle[] {
    return super.getHandles(shape).map((handle) => ({
      ...handle,
      label: handle.type === 'create' ? handles.newPoint : handles.point,
    }))
  }
}
