import { zoneMigrations, zoneProps } from '@stip/documents'
import type { ZoneShape } from '@stip/documents'
import type { ReactElement } from 'react'
import { HTMLContainer, Rectangle2d, ShapeUtil } from 'tldraw'
import type { TLFontFace } from 'tldraw'
import { plainFaces } from '../fonts/script-fonts.ts'
import { ZonePaper } from './zone-paper.tsx'
import { ZoneSvg } from './zone-svg.tsx'

/** A zone (vak) on screen: quiet paper to work on. It cannot be picked, moved, bound to or be a parent. */
export class ZoneShapeUtil extends ShapeUtil<ZoneShape> {
  static override type = 'zone' as const
  static override props = zoneProps
  static override migrations = zoneMigrations

  override getDefaultProps(): ZoneShape['props'] {
    return { w: 600, h: 400, title: '', question: '', color: 'white', style: 'area', letter: '' }
  }

  override getGeometry({ props }: ZoneShape): Rectangle2d {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: false })
  }

  /** Its title and its letter are bold, which is another typeface than that of notes. */
  override getFontFaces({ props: { title, question, letter } }: ZoneShape): TLFontFace[] {
    const heading = letter + title
    return [
      ...(heading === '' ? [] : plainFaces(heading, 'sans', 'bold')),
      ...(question === '' ? [] : plainFaces(question, 'sans')),
    ]
  }

  override component({ props }: ZoneShape): ReactElement {
    return (
      <HTMLContainer style={{ pointerEvents: 'none' }}>
        <ZonePaper {...props} />
      </HTMLContainer>
    )
  }

  override indicator({ props }: ZoneShape): ReactElement {
    return <rect width={props.w} height={props.h} rx={16} />
  }

  override toSvg({ props }: ZoneShape): ReactElement {
    return <ZoneSvg {...props} />
  }

  override canBind(): boolean {
    return false
  }

  override canEdit(): boolean {
    return false
  }

  override canResize(): boolean {
    return false
  }

  override canSnap(): boolean {
    return false
  }

  override canTabTo(): boolean {
    return false
  }

  override hideSelectionBoundsBg(): boolean {
    return true
  }

  override hideSelectionBoundsFg(): boolean {
    return true
  }
}
