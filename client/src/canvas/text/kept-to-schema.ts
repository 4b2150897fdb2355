import { isSafeLink, limits, textMarks, textSchema } from '@stip/documents'
import type { Mark, Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from 'y-prosemirror'

/**
 * Keeps what a text editor writes to what a text of ours may say, before anybody sees it: pages that
 * are pasted bring links to telephones, numbers that lists begin with and styles of their own, which
 * the server would refuse. Words are never touched.
 */
export function keptToSchema(): Plugin {
  return new Plugin({
    filterTransaction: (transaction) =>
      !isOwnChange(transaction) || depthOf(transaction.doc) <= limits.depth,
    appendTransaction: (transactions, _before, state) =>
      transactions.some((transaction) => isOwnChange(transaction)) ? corrected(state) : null,
  })
}

/** What this person did; what others wrote is theirs. */
function isOwnChange(transaction: Transaction): boolean {
  const sync = transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined
  return transaction.docChanged && sync?.isChangeOrigin !== true
}

function corrected(state: EditorState): Transaction | null {
  const { tr } = state
  state.doc.descendants((node, place) => {
    if (!node.isText) correctAttributes(tr, node, place)
    else for (const mark of node.marks) correctMark(tr, mark, place, place + node.nodeSize)
  })
  // Or the address that was just unlinked is linked again.
  return tr.docChanged ? tr.setMeta('preventAutolink', true) : null
}

function correctAttributes(tr: Transaction, node: Node, place: number): void {
  const rules = textSchema.get(node.type.name)?.attributes
  for (const [name, value] of Object.entries(node.attrs)) {
    if (rules?.get(name)?.isRight(value) === true) continue
    tr.setNodeAttribute(place, name, node.type.spec.attrs?.[name]?.default ?? null)
  }
}

function correctMark(tr: Transaction, mark: Mark, from: number, to: number): void {
  const rules = textMarks.get(mark.type.name)
  const isLost =
    rules === undefined || (mark.type.name === 'link' && !isSafeLink(mark.attrs['href']))
  if (isLost) {
    tr.removeMark(from, to, mark)
    return
  }
  const right = Object.entries(mark.attrs).filter(([name, value]) =>
    rules.get(name)?.isRight(value),
  )
  if (right.length === Object.keys(mark.attrs).length) return
  tr.removeMark(from, to, mark)
  tr.addMark(from, to, mark.type.create(Object.fromEntries(right)))
}

/** How many elements stand in each other, letters included; the document itself counts as none. */
function depthOf(node: Node): number {
  let deepest = 0
  node.forEach((child) => {
    deepest = Math.max(deepest, depthOf(child) + 1)
  })
  return deepest
}
