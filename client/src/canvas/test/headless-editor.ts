import {
  Box,
  defaultAddFontsFromNode,
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  Editor,
  registerDefaultSideEffects,
} from 'tldraw'
import type { TLAnyShapeUtilConstructor, TLStore, TLTextOptions } from 'tldraw'
import { bindingUtils, shapeUtils } from '../setup/board-store.ts'
import { cameraOptions } from '../view/camera.ts'
import { boardUser } from '../setup/user.ts'

/** What tldraw asks of a browser and jsdom does not have. Nothing here is drawn, so nothing is measured. */
export function fillGapsOfJsdom(): void {
  globalThis.matchMedia ??= (media) =>
    ({ media, matches: false, addEventListener() {}, removeEventListener() {} }) as never
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  globalThis.FontFace ??= class {
    load(): Promise<void> {
      return Promise.resolve()
    }
  } as never
  Object.assign(Range.prototype, {
    getClientRects: () => [],
    getBoundingClientRect: () => new DOMRect(),
  })
  Object.defineProperties(document, {
    fonts: { value: new Set(), configurable: true },
    elementFromPoint: { value: () => null, configurable: true },
  })
}

/** tldraw as a person has it, without a screen: with its tools, its shapes and its own ideas. */
export function headlessEditor(store: TLStore, textOptions: TLTextOptions): Editor {
  const container = document.createElement('div')
  container.tabIndex = 0
  document.body.append(container)
  const editor = new Editor({
    store,
    textOptions: { addFontsFromNode: defaultAddFontsFromNode, ...textOptions },
    cameraOptions,
    user: boardUser(),
    shapeUtils: [
      // tldraw's own types do not agree with each other under exactOptionalPropertyTypes.
      ...(defaultShapeUtils as unknown as TLAnyShapeUtilConstructor[]).filter(
        (util) => !shapeUtils.some(({ type }) => type === util.type),
      ),
      ...shapeUtils,
    ],
    bindingUtils: [
      ...defaultBindingUtils.filter((util) => !bindingUtils.some(({ type }) => type === util.type)),
      ...bindingUtils,
    ],
    tools: [...defaultTools, ...defaultShapeTools],
    initialState: 'select',
    getContainer: () => container,
    inferDarkMode: false,
  })
  registerDefaultSideEffects(editor)
  // Every screen measures a little differently; here all do it by counting letters.
  editor.textMeasure.measureHtml = (html, { fontSize, maxWidth, lineHeight }) => {
    const letters = html.replaceAll(/<[^>]*>/g, '').length
    const width = letters * fontSize * 0.5
    const lines = Math.max(1, Math.ceil(width / (maxWidth ?? Infinity)))
    const w = Math.min(width, maxWidth ?? width)
    return { x: 0, y: 0, w, h: lines * fontSize * lineHeight, scrollWidth: w }
  }
  editor.textMeasure.measureTextSpans = () => []
  editor.updateViewportScreenBounds(new Box(0, 0, 1200, 800))
  return editor
}
