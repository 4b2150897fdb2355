import type { ReactElement } from 'react'
import { DefaultFontFaces, Group2d, NoteShapeUtil, Rectangle2d } from 'tldraw'
import type { SvgExportContext, TLFontFace, TLHandle, TLNoteShape } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { plainFaces } from '../fonts/script-fonts.ts'
import { KeyCardSvg, tabWidth } from './key-card-svg.tsx'
import { withEqualLetters } from './note-letters.ts'
import { NotePaper } from './note-paper.tsx'
import { NOTE_SIDE } from './note-size.ts'
import { plainLines } from './note-words.ts'

/** Room around the words, in px before `scale`. */
const EDGE = 16

/** A note on screen; a hoofdpunt carries a tab with that word, so that nobody depends on a colour. */
export class OwnNoteShapeUtil extends NoteShapeUtil {
  /**
   * The words take up the whole note but its edge. tldraw measures them, of every note on a board
   * that opens: a quarter of the time until one can draw on it.
   */
  override getGeometry({ props: { scale, growY } }: TLNoteShape): Group2d {
    const [width, height, edge] = [NOTE_SIDE * scale, (NOTE_SIDE + growY) * scale, EDGE * scale]
    return new Group2d({
      children: [
        new Rectangle2d({ width, height, isFilled: true }),
        new Rectangle2d({
          x: edge,
          y: edge,
          width: width - 2 * edge,
          height: height - 2 * edge,
          isFilled: true,
          isLabel: true,
        }),
      ],
    })
  }

  override getHandles(shape: TLNoteShape): TLHandle[] {
    return super
      .getHandles(shape)
      .map((handle) => ({ ...handle, label: nlCanvas.handles.nextNote }))
  }

  override onBeforeCreate(next: TLNoteShape): TLNoteShape {
    return withEqualLetters(this.editor, super.onBeforeCreate(next) ?? next)
  }

  override onBeforeUpdate(before: TLNoteShape, next: TLNoteShape): TLNoteShape | undefined {
    const fitting = super.onBeforeUpdate(before, next)
    return fitting && withEqualLetters(this.editor, fitting)
  }

  override getFontFaces(shape: TLNoteShape): TLFontFace[] {
    const faces = this.#facesOfWords(shape)
    return isKeyCard(shape) ? [...faces, DefaultFontFaces.tldraw_sans.normal.bold] : faces
  }

  /** Words without markup need one font for each script; tldraw parses every text to find that out. */
  #facesOfWords(shape: TLNoteShape): TLFontFace[] {
    const lines = plainLines(shape.props.richText)
    if (lines === undefined) return super.getFontFaces(shape)
    return plainFaces(lines.join(''), shape.props.font)
  }

  override getText(shape: TLNoteShape): string {
    return plainLines(shape.props.richText)?.join('\n') ?? super.getText(shape)
  }

  override component(shape: TLNoteShape): ReactElement {
    const { scale } = shape.props
    return (
      <>
        <NotePaper shape={shape} whole={this.#whole} />
        {isKeyCard(shape) && (
          <>
            <div className="stip-key-card__edge" style={{ borderWidth: 4 * scale }} />
            <div className="stip-key-card" style={{ transform: `scale(${scale})` }}>
              <span aria-hidden="true">★</span> {nlCanvas.keyCard.word}
            </div>
          </>
        )}
      </>
    )
  }

  /** Measured once: it is the same for every hoofdpunt. */
  #tab: number | undefined
  readonly #whole = (shape: TLNoteShape): ReactElement => super.component(shape)

  /** At scale 1: tldraw enlarges all that has a scale. */
  override toSvg(shape: TLNoteShape, context: SvgExportContext): ReactElement {
    return (
      <>
        {super.toSvg(shape, context)}
        {isKeyCard(shape) && (
          <KeyCardSvg
            height={NOTE_SIDE + shape.props.growY}
            width={(this.#tab ??= tabWidth(this.editor))}
          />
        )}
      </>
    )
  }
}

/** Whether a note is one of the hoofdpunten of its group. */
export function isKeyCard({ meta }: Pick<TLNoteShape, 'meta'>): boolean {
  return meta['keyCard'] === true
}
