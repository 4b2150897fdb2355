import * as Y from 'yjs'

/** Bytes of an update, number by number, for what no client of Yjs would write. */
class Bytes {
  readonly #bytes: number[] = []

  /** A varuint. */
  number(value: number): this {
    let rest = value
    while (rest > 127) {
      this.#bytes.push((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    this.#bytes.push(rest)
    return this
  }

  text(value: string): this {
    const encoded = new TextEncoder().encode(value)
    this.number(encoded.length)
    this.#bytes.push(...encoded)
    return this
  }

  raw(...bytes: readonly number[]): this {
    this.#bytes.push(...bytes)
    return this
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

/** Deletes a range of what a client wrote or will write. */
export function aDelete(client: number, clock: number, length: number): Uint8Array {
  return new Bytes().raw(0, 1).number(client).raw(1).number(clock).number(length).done()
}

/** Takes up a range of a client's clock without content. */
export function aTombstone(client: number, clock: number, length: number): Uint8Array {
  return new Bytes().raw(1, 1).number(client).number(clock).raw(0).number(length).raw(0).done()
}

/** Claims a number of structs and holds one. */
export function aClaim(structs: number): Uint8Array {
  return new Bytes().raw(1).number(structs).number(5).raw(0, 0, 1, 0).done()
}

/** Writes one value of any kind into the map of a record, past every check of a client. */
export function aForgedValue(
  server: Y.Doc,
  id: string,
  key: string,
  value: unknown,
  clientId = 99,
): Uint8Array {
  return forged(server, clientId, (document) => {
    document.getMap<Y.Map<unknown>>('records').get(id)?.set(key, value)
  })
}

/** What a client with the document of the server sends after a change of its own making. */
export function forged(
  server: Y.Doc,
  clientId: number,
  change: (document: Y.Doc) => void,
): Uint8Array {
  const document = new Y.Doc()
  Y.applyUpdate(document, Y.encodeStateAsUpdate(server))
  // Afterwards: Yjs takes another id when it sees that somebody uses its own.
  document.clientID = clientId
  const before = Y.encodeStateVector(document)
  const updates: Uint8Array[] = []
  document.on('update', (update) => updates.push(update))
  document.transact(() => change(document))
  return updates.length > 0 ? Y.mergeUpdates(updates) : Y.encodeStateAsUpdate(document, before)
}

/** An update that writes an object with a key named `__proto__`, which no object literal can hold. */
export function aPrototypeAttack(server: Y.Doc, id: string): Uint8Array {
  const update = aForgedValue(server, id, 'm.note', { __prot0__: { isAdmin: true } })
  const [from, to] = ['__prot0__', '__proto__'].map((name) => new TextEncoder().encode(name))
  const start = update.findIndex((_byte, index) =>
    (from ?? []).every((byte, offset) => update[index + offset] === byte),
  )
  update.set(to ?? [], start)
  return update
}
