import { Component } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { ContainerProvider, EditorProvider } from 'tldraw'
import type { Editor, SvgExportContext, TLShape, TLShapeId } from 'tldraw'

/** What shapes need to draw themselves for a picture. Patterns and photos are left to tldraw. */
const context: SvgExportContext = {
  isDarkMode: false,
  scale: 1,
  pixelRatio: 1,
  addExportDef: () => undefined,
  waitUntil: () => undefined,
  resolveAssetUrl: () => Promise.resolve(null),
}

/** Shapes as they draw themselves for pictures, in the document but out of sight. */
export class Drawings {
  readonly #editor: Editor
  readonly #host = document.createElement('div')
  readonly #root: Root

  constructor(editor: Editor) {
    this.#editor = editor
    this.#host.inert = true
    this.#host.ariaHidden = 'true'
    this.#host.style.cssText =
      'position:absolute;left:0;top:0;width:0;height:0;overflow:hidden;visibility:hidden'
    // Words are as large and as far apart as on the board. Inside of that, every change to it would
    // have the browser look at the whole board again.
    this.#host.className = editor.getContainer().className
    document.body.append(this.#host)
    this.#root = createRoot(this.#host, { identifierPrefix: 'picture_' })
  }

  /** Draws these, and no longer those before them; undefined for what draws itself otherwise. */
  show(shapes: readonly TLShape[]): ReadonlyMap<TLShapeId, Drawing> {
    const parts = shapes.map((shape) => ({ shape, ...this.#partsOf(shape) }))
    flushSync(() =>
      this.#root.render(
        <EditorProvider editor={this.#editor}>
          <ContainerProvider container={this.#editor.getContainer()}>
            <svg width={1} height={1} strokeLinecap="round" strokeLinejoin="round">
              {parts.flatMap(({ shape, front, back }) => [
                <Part key={`${shape.id}-`} id={shape.id} place="back">
                  {back}
                </Part>,
                <Part key={shape.id} id={shape.id} place="front">
                  {front}
                </Part>,
              ])}
            </svg>
          </ContainerProvider>
        </EditorProvider>,
      ),
    )
    const found = (id: string, place: string): Element | null =>
      this.#host.querySelector(`g[data-shape="${CSS.escape(id)}"][data-place=${place}]`)
    return new Map(
      parts.map(({ shape: { id }, front, back }) => [
        id,
        {
          front: front === undefined ? undefined : (found(id, 'front') ?? undefined),
          back: back === undefined ? undefined : (found(id, 'back') ?? undefined),
        },
      ]),
    )
  }

  remove(): void {
    this.#root.unmount()
    this.#host.remove()
  }

  #partsOf(shape: TLShape): { readonly front?: ReactElement; readonly back?: ReactElement } {
    const util = this.#editor.getShapeUtil(shape)
    const front = util.toSvg?.(shape, context)
    const back = util.toBackgroundSvg?.(shape, context)
    return { ...(isAtHand(front) && { front }), ...(isAtHand(back) && { back }) }
  }
}

/** A shape as elements: what lies in front, and behind everything else. */
export interface Drawing {
  readonly front: Element | undefined
  readonly back: Element | undefined
}

function isAtHand(drawn: unknown): drawn is ReactElement {
  return drawn !== null && drawn !== undefined && !(drawn instanceof Promise)
}

interface PartProps {
  readonly id: TLShapeId
  readonly place: 'front' | 'back'
  readonly children: ReactNode
}

/** One strange shape does not keep the others out of a picture. */
class Part extends Component<PartProps, { readonly isBroken: boolean }> {
  static getDerivedStateFromError(): { isBroken: true } {
    return { isBroken: true }
  }

  override readonly state = { isBroken: false }

  override render(): ReactElement {
    const { id, place, children } = this.props
    return (
      <g data-shape={id} data-place={place}>
        {this.state.isBroken ? null : children}
      </g>
    )
  }
}
