import type { Editor } from 'tldraw'

/** Makes something once for each editor, and gives that again; it goes when the editor goes. */
export function perEditor<Thing>(make: (editor: Editor) => Thing): (editor: Editor) => Thing {
  const made = new WeakMap<Editor, { readonly thing: Thing }>()
  return (editor) => {
    const known = made.get(editor) ?? { thing: make(editor) }
    made.set(editor, known)
    return known.thing
  }
}
