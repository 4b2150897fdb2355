import { ASSET_PATH } from '@stip/documents'
import {
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  inlineBase64AssetStore,
} from 'tldraw'
import type { TLAnyShapeUtilConstructor, TLAssetStore, TLStore } from 'tldraw'
import { OwnArrowBindingUtil } from '../binding/arrow-binding.ts'
import { OwnArrowShapeUtil, OwnLineShapeUtil } from '../fonts/arrow-shape.ts'
import { OwnNoteShapeUtil } from '../note/note-shape.tsx'
import { PicturesAhead } from '../images/fetch-ahead.ts'
import { HorizonShapeUtil } from '../stip/horizon-shape.tsx'
import { StipShapeUtil } from '../stip/stip-shape.tsx'
import { ZoneShapeUtil } from '../zone/zone-shape.tsx'

/** Kinds of shape on our boards that tldraw does not have, or that are more than its own. */
export const shapeUtils: readonly TLAnyShapeUtilConstructor[] = [
  ZoneShapeUtil,
  StipShapeUtil,
  HorizonShapeUtil,
  OwnNoteShapeUtil,
  // tldraw's own types do not agree with each other under exactOptionalPropertyTypes.
  ...([OwnArrowShapeUtil, OwnLineShapeUtil] as unknown as TLAnyShapeUtilConstructor[]),
]
export const bindingUtils = [OwnArrowBindingUtil]

const pictures = new PicturesAhead()

const assets: TLAssetStore = {
  ...inlineBase64AssetStore,
  async resolve({ props: { src } }) {
    if (src?.startsWith(ASSET_PATH) === true) await pictures.bring(src)
    return src ?? null
  },
}

/** An empty board as tldraw keeps it in memory; nothing of it is stored on the device. */
export function createBoardStore(): TLStore {
  const store = createTLStore({
    assets,
    // tldraw's own types do not agree with each other under exactOptionalPropertyTypes.
    shapeUtils: [
      ...(defaultShapeUtils as unknown as TLAnyShapeUtilConstructor[]).filter(
        (util) => !shapeUtils.some(({ type }) => type === util.type),
      ),
      ...shapeUtils,
    ],
    bindingUtils: [
      ...defaultBindingUtils.filter((util) => util.type !== OwnArrowBindingUtil.type),
      ...bindingUtils,
    ],
  })
  // Every board has the same single page; without it, nothing could be shown.
  store.mergeRemoteChanges(() => {})
  return store
}
