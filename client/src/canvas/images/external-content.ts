import { defaultHandleExternalTextContent } from 'tldraw'
import type { Editor } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { nlPhotos } from '../../texts/files/nl-in-out.ts'
import type { BoardBinding } from '../binding/board-binding.ts'
import type { Notices } from '../notices.ts'
import { pasteLines } from './paste-lines.ts'
import type { PhotoDesk } from './photo-desk.ts'

interface ExternalContentOptions {
  readonly editor: Editor
  readonly binding: BoardBinding
  readonly notices: Notices
  readonly desk: PhotoDesk
}

/**
 * Decides what may be pasted and dropped: photos, text, and things from one of our own boards. A
 * link becomes text, lines become notes; embeds, bookmarks, videos and SVG would call other
 * people's servers.
 */
export function registerExternalContent(options: ExternalContentOptions): void {
  const { editor, notices, desk } = options
  const refuse = (): void => notices.show({ kind: 'problem', text: nlCanvas.notAllowed })
  editor.registerExternalContentHandler('files', ({ files, point }) => {
    if (editor.getIsReadonly()) return
    if (desk.isOpen) desk.lay(files, point)
    else notices.show({ kind: 'problem', text: nlPhotos.off })
  })
  editor.registerExternalContentHandler('text', (content) =>
    pasteLines(content, {
      ...options,
      asOneText: () => defaultHandleExternalTextContent(editor, content),
    }),
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
