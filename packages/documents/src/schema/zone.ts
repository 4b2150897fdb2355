import type { RecordProps, TLBaseShape } from '@tldraw/tlschema'
import { T } from '@tldraw/validate'

/** Colours of zones: six quiet ones for steps, and one for each of at most eight groups. */
export const zoneColors = [
  'yellow',
  'green',
  'blue',
  'pink',
  'purple',
  'grey',
  'white',
  'group-a',
  'group-b',
  'group-c',
  'group-d',
  'group-e',
  'group-f',
  'group-g',
  'group-h',
] as const

/** Colour of a zone; how it looks is the client's business. */
export type ZoneColor = (typeof zoneColors)[number]

/** 'area': a field to work in; 'lane': the frame of a group on the vision; 'label': a title without fill. */
export type ZoneStyle = 'area' | 'lane' | 'label'

/** What a zone shows. Sizes in px; `letter` marks a group next to its colour and is empty elsewhere. */
export interface ZoneProps {
  w: number
  h: number
  title: string
  question: string
  color: ZoneColor
  style: ZoneStyle
  letter: string
}

/** A zone (vak) as a shape of tldraw: a locked background that is never a parent. */
export type ZoneShape = TLBaseShape<'zone', ZoneProps>

/** Validators for the props of a zone, for our schema and for the client's ShapeUtil. */
export const zoneProps: RecordProps<ZoneShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  title: T.string,
  question: T.string,
  color: T.literalEnum(...zoneColors),
  style: T.literalEnum('area', 'lane', 'label'),
  letter: T.string,
}
