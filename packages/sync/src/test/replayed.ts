import * as Y from 'yjs'

/** A document that changes only by what is put into it: Yjs tidies nothing in it, ever. */
export function stillDoc(updates: readonly Uint8Array[] = []): Y.Doc {
  const doc = new Y.Doc()
  doc.on('afterTransaction', (transaction) => {
    // oxlint-disable-next-line no-underscore-dangle
    transaction._needFormattingCleanup = false
  })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** What a document consists of, to be compared: how far every client is, and what was deleted. */
export interface Standing {
  readonly clocks: Readonly<Record<string, number>>
  readonly deleted: Readonly<Record<string, readonly string[]>>
}

/** The state vector and the deletions of a document, in a form in which a test shows what differs. */
export function standingOf(doc: Y.Doc): Standing {
  const { ds, sv } = Y.snapshot(doc)
  const inOrder = [...sv].toSorted(([one], [other]) => one - other)
  const clients = [...ds.clients].toSorted(([one], [other]) => one - other)
  return {
    clocks: Object.fromEntries(inOrder),
    deleted: Object.fromEntries(
      clients.map(([client, ranges]) => [
        client,
        ranges.map(({ clock, len }) => `${clock}–${clock + len - 1}`),
      ]),
    ),
  }
}
