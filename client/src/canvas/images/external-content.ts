import type { Editor } from 'tldraw'
import { nlCanvas } from '../../texts/nl-canvas.ts'
import { placeImages } from './place-images.ts'
import type { PlaceImagesOptions } from './place-images.ts'

/**
 * Decides what may be pasted and dropped: pictures, text, and things from one of our own boards.
 * A link becomes text; embeds, bookmarks, videos and SVG would call other people's servers.
 */
export function registerExternalContent(options: PlaceImagesOptions): void {
  const { editor, notices } = options
  const refuse = (): void => notices.show({ kind: 'problem', text: nlCanvas.notAllowed })
  editor.registerExternalContentHandler('files', ({ files, point }) =>
    placeImages(files, point, options),
  )
  editor.registerExternalContentHandler('file-replace', refuse)
  editor.registerExternalContentHandler('svg-text', refuse)
  editor.registerExternalContentHandler('embed', refuse)
  editor.registerExternalContentHandler('excalidraw', refuse)
  editor.registerExternalContentHandler('url', ({ url, point }) => asText(editor, url, point))
  editor.registerExternalAssetHandler('url', () => undefined as never)
}

async function asText(
  editor: Editor,
  text: string,
  point: { x: number; y: number } | undefined,
): Promise<void> {
  await editor.putExternalContent({
    type: 'text',
    text,
    ...(point !== undefined && { point }),
  } as never)
}
