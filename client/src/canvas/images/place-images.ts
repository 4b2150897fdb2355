import type { AssetAnswer, Role } from '@stip/api'
import type { BoardId } from '@stip/primitives'
import { AssetRecordType, createShapeId } from 'tldraw'
import type { Editor, VecLike } from 'tldraw'
import { nlCanvas } from '../../texts/nl-canvas.ts'
import type { BoardBinding } from '../binding/board-binding.ts'
import type { Notices } from '../notices.ts'
import { uploadImage } from './upload.ts'

export interface PlaceImagesOptions {
  readonly editor: Editor
  readonly binding: BoardBinding
  readonly notices: Notices
  readonly boardId: BoardId
  readonly role: Role
}

/** Longest side of a picture that was just placed, in board units. */
const SIZE = 600
const GAP = 24

/** Uploads pictures one after the other and puts each on the board when it has arrived. */
export async function placeImages(
  files: readonly File[],
  around: VecLike | undefined,
  { editor, binding, notices, boardId, role }: PlaceImagesOptions,
): Promise<void> {
  if (files.length === 0 || editor.getIsReadonly()) return
  const point = around ?? editor.getViewportPageBounds().center
  notices.show({ kind: 'busy', text: nlCanvas.image.busy(files.length) })
  let x = point.x
  for (const file of files) {
    // One at a time: a phone on poor wifi would otherwise finish none of them.
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await uploadImage(file, boardId, role)
    if (!outcome.ok) {
      notices.show({ kind: 'problem', text: outcome.message })
      return
    }
    if (editor.isDisposed) return
    binding.beginStep()
    x += place(editor, outcome.asset, file.name, { x, y: point.y }) + GAP
    binding.beginStep()
  }
  notices.clear()
}

/** @returns The width of the picture on the board. */
function place(editor: Editor, asset: AssetAnswer, name: string, point: VecLike): number {
  const shrink = Math.min(1, SIZE / Math.max(asset.width, asset.height))
  const w = Math.max(1, asset.width * shrink)
  const h = Math.max(1, asset.height * shrink)
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
          isAnimated: asset.mimeType === 'image/gif',
          fileSize: asset.size,
        },
        meta: {},
      },
    ])
    editor.createShape({
      id,
      type: 'image',
      x: point.x - w / 2,
      y: point.y - h / 2,
      props: { assetId, w, h },
    })
    editor.setCurrentTool('select')
    editor.select(id)
  })
  return w
}
