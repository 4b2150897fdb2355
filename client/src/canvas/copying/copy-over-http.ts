import type { Editor, TLContent } from 'tldraw'

/**
 * Copies and cuts where a page has no clipboard of its own, as over plain http: there tldraw throws,
 * and what should be cut stays. The event of the browser carries a clipboard that everybody may use.
 */
export function copyOverHttp(editor: Editor): () => void {
  if ('clipboard' in navigator) return () => {}
  const copy = (event: ClipboardEvent): void => {
    const ids = editor.getSelectedShapeIds()
    const { clipboardData } = event
    if (clipboardData === null || ids.length === 0 || isBusyElsewhere(editor)) return
    const content = editor.getContentFromCurrentPage(ids)
    if (content === undefined) return
    event.preventDefault()
    // tldraw would do it once more, and throw.
    event.stopImmediatePropagation()
    clipboardData.setData('text/html', `<div data-tldraw>${asJson(content)}</div>`)
    clipboardData.setData('text/plain', wordsOf(editor, content))
    if (event.type === 'cut' && !editor.getIsReadonly()) editor.deleteShapes(ids)
  }
  document.addEventListener('copy', copy, { capture: true })
  document.addEventListener('cut', copy, { capture: true })
  return () => {
    document.removeEventListener('copy', copy, { capture: true })
    document.removeEventListener('cut', copy, { capture: true })
  }
}

/** Words are copied by the browser itself, from a note that is being typed in or from a field. */
function isBusyElsewhere(editor: Editor): boolean {
  if (!editor.getIsFocused() || editor.getEditingShapeId() !== null) return true
  const { activeElement } = document
  return activeElement?.matches('input, textarea, select, [contenteditable="true"]') ?? false
}

/** As tldraw reads it back. A sign that means something in HTML is written by its number. */
function asJson(data: TLContent): string {
  return JSON.stringify({ type: 'application/tldraw', kind: 'content', version: 2, data }).replace(
    /[<>&]/g,
    (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`,
  )
}

function wordsOf(editor: Editor, { shapes }: TLContent): string {
  const words = shapes.flatMap((shape) => editor.getShapeUtil(shape).getText(shape) ?? [])
  return words.join('\n')
}
