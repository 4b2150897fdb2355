import { createTLStore, defaultBindingUtils, defaultShapeUtils } from 'tldraw'
import type { TLAnyShapeUtilConstructor, TLStore } from 'tldraw'
import { OwnArrowBindingUtil } from './binding/arrow-binding.ts'
import { ZoneShapeUtil } from './zone/zone-shape.tsx'

/** Kinds of shape on our boards, besides those of tldraw. */
export const shapeUtils = [ZoneShapeUtil]
export const bindingUtils = [OwnArrowBindingUtil]

/** An empty board as tldraw keeps it in memory; nothing of it is stored on the device. */
export function createBoardStore(): TLStore {
  const store = createTLStore({
    // tldraw's own types do not agree with each other under exactOptionalPropertyTypes.
    shapeUtils: [...(defaultShapeUtils as unknown as TLAnyShapeUtilConstructor[]), ...shapeUtils],
    bindingUtils: [
      ...defaultBindingUtils.filter((util) => util.type !== OwnArrowBindingUtil.type),
      ...bindingUtils,
    ],
  })
  // Every board has the same single page; without it, nothing could be shown.
  store.mergeRemoteChanges(() => {})
  return store
}
