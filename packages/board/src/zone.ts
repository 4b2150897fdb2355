import type { RecordId } from '@stip/primitives'
import type { BoardRecord } from './record.ts'

/** Colour of a zone; the group colours are those of groups A to H, in that order. */
export type ZoneShapeColor =
  | 'yellow'
  | 'green'
  | 'blue'
  | 'pink'
  | 'purple'
  | 'grey'
  | 'white'
  | 'group-a'
  | 'group-b'
  | 'group-c'
  | 'group-d'
  | 'group-e'
  | 'group-f'
  | 'group-g'
  | 'group-h'

/** 'area' is a zone of a step, 'lane' frames a group on the vision board, 'label' is a title without fill. */
export type ZoneStyle = 'area' | 'lane' | 'label'

/** The page that every board has. */
export const pageId = 'page:page'

/** What sets one zone apart from another; sizes and places in board pixels. */
export interface ZoneDescription {
  readonly id: RecordId
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly title: string
  readonly question: string
  readonly color: ZoneShapeColor
  readonly style: ZoneStyle
  /** Letter of the group, or '' for a zone that belongs to nobody. */
  readonly letter: string
  /** Order on the page, as a tldraw index key. */
  readonly index: string
  /** 'text' for a zone that holds sentences; others hold notes and all else. */
  readonly kind?: string
  /** What lies in it is a hoofdpunt. */
  readonly isForKeyCards?: boolean
}

/** Whether what lies in a zone is a hoofdpunt, as what has a star is. */
export function isForKeyCards(zone: BoardRecord | undefined): boolean {
  return zone?.meta['keyCards'] === true
}

/** Makes the record of a zone: a locked background on the page, never a parent. */
export function zoneRecord(zone: ZoneDescription): BoardRecord {
  const { id, x, y, w, h, title, question, color, style, letter, index, kind } = zone
  return {
    id,
    typeName: 'shape',
    type: 'zone',
    x,
    y,
    rotation: 0,
    index,
    parentId: pageId,
    isLocked: true,
    opacity: 1,
    props: { w, h, title, question, color, style, letter },
    meta: {
      ...(kind === 'text' && { kind }),
      ...(zone.isForKeyCards === true && { keyCards: true }),
    },
  }
}
