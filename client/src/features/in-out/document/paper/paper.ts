import type { DrawingReading } from '@stip/board/drawing'
import type { Line, Weight } from './set-lines.ts'

/** An A4 with its margins, in points. */
export const paper = { width: 595.28, height: 841.89, side: 48, top: 74, bottom: 64 } as const
/** Room between the margins. */
export const room = {
  width: paper.width - 2 * paper.side,
  height: paper.height - paper.top - paper.bottom,
} as const

/** Something to be seen on a page, in points from its upper left corner. */
export type Mark =
  | {
      readonly kind: 'line'
      readonly line: Line
      readonly x: number
      readonly baseline: number
      readonly size: number
      readonly weight: Weight
      readonly color: string
      /** Which end of the line stands at `x`. */
      readonly align: 'start' | 'middle' | 'end'
    }
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly radius: number
      readonly fill: string
      readonly stroke?: string
    }
  | { readonly kind: 'star'; readonly x: number; readonly y: number; readonly size: number }
  | {
      readonly kind: 'drawing'
      readonly drawing: DrawingReading
      readonly x: number
      readonly y: number
      readonly scale: number
    }

/** What belongs together for who reads aloud: a heading, a paragraph or a picture. */
export interface Piece {
  readonly tag: 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'Figure'
  /** What a picture shows. */
  readonly alt?: string
  /** The words as they were written, where their lines stand otherwise. */
  readonly said?: string
  readonly marks: readonly Mark[]
}

/** What is never cut: a heading, a row of notes, a line or a drawing. */
export interface Row {
  readonly height: number
  /** Room above it, unless it begins a page. */
  readonly before: number
  /** Stands on one page with what comes next. */
  readonly keepsNext: boolean
  /** The step it belongs to, for the head of the page. */
  readonly step: string
  /** Of the heading it belongs to: that is repeated where it goes on on the next page. */
  readonly further?: Row
  readonly piecesAt: (top: number) => readonly Piece[]
}

/** A page, but for its head and foot. */
export interface Page {
  readonly pieces: readonly Piece[]
  /** The steps on it, in order. */
  readonly steps: readonly string[]
  /** How much of it is used, in points. */
  readonly used: number
}
