import type { Editor, TLShape, TLShapeId, VecLike } from 'tldraw'
import { EdgesOnPage } from './edges.ts'
import type { Edges } from './edges.ts'

interface Spot {
  readonly point: VecLike
  readonly margin: number
}

/**
 * Has tldraw look for what lies under the pointer among the notes that are there, instead of among
 * all: it does so with every move of the mouse and of the view.
 */
export function findLightly(editor: Editor): void {
  let spot: Spot | undefined
  const all = editor.getCurrentPageShapesSorted.bind(editor)
  const inSight = editor.getCurrentPageRenderingShapesSorted.bind(editor)
  const at = <Found>(point: VecLike, margin: number | undefined, find: () => Found): Found => {
    spot = { point, margin: margin ?? 0 }
    try {
      return find()
    } finally {
      spot = undefined
    }
  }
  const findOne = editor.getShapeAtPoint.bind(editor)
  editor.getShapeAtPoint = (point, options = {}) =>
    at(point, options.margin, () => findOne(point, options))
  // A drag asks with every move what lies below, to know where things may be dropped.
  const findAll = editor.getShapesAtPoint.bind(editor)
  editor.getShapesAtPoint = (point, options = {}) =>
    at(point, options.margin, () => findAll(point, options))
  editor.getCurrentPageShapesSorted = () => (spot === undefined ? all() : shapesAt(editor, spot))
  editor.getCurrentPageRenderingShapesSorted = () => {
    if (spot === undefined) return inSight()
    const culled = editor.getCulledShapes()
    return shapesAt(editor, spot).filter(({ id }) => !culled.has(id))
  }
}

/** All but the notes that are surely elsewhere; what lies on top comes last. */
function shapesAt(editor: Editor, spot: Spot): TLShape[] {
  const page = EdgesOnPage.of(editor)
  const found: TLShape[] = []
  const add = (id: TLShapeId): void => {
    const edges = page.ofNote(id)
    if (edges !== undefined && !isAt(edges, spot)) return
    const shape = editor.getShape(id)
    if (shape === undefined) return
    found.push(shape)
    for (const child of editor.getSortedChildIdsForParent(id)) add(child)
  }
  for (const id of editor.getSortedChildIdsForParent(editor.getCurrentPageId())) add(id)
  return found
}

function isAt({ left, top, right, bottom }: Edges, { point: { x, y }, margin }: Spot): boolean {
  return x >= left - margin && x <= right + margin && y >= top - margin && y <= bottom + margin
}
