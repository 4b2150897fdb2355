import type { AssetAnswer } from '@stip/api'
import { AssetRecordType, createShapeId } from 'tldraw'
import type { Editor, VecLike } from 'tldraw'
import { freeSpot } from '../view/free-spot.ts'

/** Longest side of a photo that was just placed, in board units. */
const SIZE = 600
const GAP = 24

interface PhotoToPlace {
  readonly asset: AssetAnswer
  readonly name: string
  /** What is on it, for who cannot see it. */
  readonly description: string
  /** Where it was dropped; undefined for a free spot on screen. */
  readonly point: VecLike | undefined
  /** Photos that were chosen together stand next to each other; counts from 1. */
  readonly number: number
}

/** Puts a photo that the server has on the board. */
export function placePhoto(editor: Editor, photo: PhotoToPlace): void {
  const { asset, name, description } = photo
  const shrink = Math.min(1, SIZE / Math.max(asset.width, asset.height))
  const w = Math.max(1, asset.width * shrink)
  const h = Math.max(1, asset.height * shrink)
  const { x, y } = spotFor(editor, photo, { w, h })
  const assetId = AssetRecordType.createId()
  const id = createShapeId()
  editor.run(() => {
    editor.createAssets([
      {
        id: assetId,
        typeName: 'asset',
        type: 'image',
        props: {
          name: name.slice(0, 100),
          src: asset.src,
          w: asset.width,
          h: asset.height,
          mimeType: asset.mimeType,
          isAnimated: false,
          fileSize: asset.size,
        },
        meta: {},
      },
    ])
    editor.createShape({
      id,
      type: 'image',
      x,
      y,
      props: { assetId, w, h, altText: description },
    })
    editor.setCurrentTool('select')
    editor.select(id)
  })
}

/** Where it hides nothing, as far as there is room on screen; in the middle when it does not fit. */
function spotFor(
  editor: Editor,
  { point, number }: Pick<PhotoToPlace, 'point' | 'number'>,
  { w, h }: { readonly w: number; readonly h: number },
): VecLike {
  const view = editor.getViewportPageBounds()
  const fits = w + 2 * GAP <= view.w && h + 2 * GAP <= view.h
  if (point === undefined && fits) return freeSpot(editor, { w, h })
  const { x, y } = point ?? view.center
  return { x: x - w / 2 + (number - 1) * (SIZE + GAP), y: y - h / 2 }
}
