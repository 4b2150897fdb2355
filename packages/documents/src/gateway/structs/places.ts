import * as Y from 'yjs'
import { recordMaps } from '../../schema/layout.ts'
import { containerOf, nowhere } from './containers.ts'
import type { Container } from './containers.ts'
import type { Conflicts } from './conflicts.ts'
import type { IncomingStructs } from './incoming-structs.ts'
import { UpdateRefusedError } from '../refusal.ts'
import { parentOf, structAt } from './yjs-internals.ts'
import type { SharedType, Struct } from './yjs-internals.ts'

/** Where a struct stands: in a list when `key` is null, else under that key of a map. */
export interface Place {
  readonly container: Container
  /** Tells containers apart. */
  readonly type: SharedType | undefined
  readonly key: string | null
}

const lost: Place = { container: nowhere, type: undefined, key: null }

/** Finds where the structs of an update will stand, in the way Yjs will when it applies them. */
export class Places {
  readonly #document: Y.Doc
  readonly #incoming: IncomingStructs
  readonly #ofStructs = new Map<Struct, Place>()
  readonly #containers = new Map<SharedType, Container>()

  readonly #conflicts: Conflicts

  constructor(document: Y.Doc, incoming: IncomingStructs, conflicts: Conflicts) {
    this.#document = document
    this.#incoming = incoming
    this.#conflicts = conflicts
  }

  /** Remembers that a shared type in the update is this container, for what stands in it. */
  open(type: SharedType, container: Container): void {
    this.#containers.set(type, container)
  }

  /** Where a new struct will stand. Everything it names must have been asked for before. */
  find(struct: Struct): Place {
    const place = struct instanceof Y.Item ? this.#findItem(struct) : lost
    this.#ofStructs.set(struct, place)
    if (struct instanceof Y.Item && place.type !== undefined) {
      this.#conflicts.place(struct, place.type, place.key)
    }
    return place
  }

  /** Where a struct stands that is in the document, or was found before. */
  of(struct: Struct): Place {
    if (!(struct instanceof Y.Item)) return lost
    const found = this.#ofStructs.get(struct)
    if (found !== undefined) return found
    const type = parentOf(struct)
    return { container: this.#containerOf(type), type, key: struct.parentSub }
  }

  #findItem({ origin, rightOrigin, parent, parentSub }: Y.Item): Place {
    if (origin === null && rightOrigin === null) return this.#underParent(parent, parentSub)
    const left = origin === null ? undefined : this.of(this.#structAt(origin))
    const right = rightOrigin === null ? undefined : this.of(this.#structAt(rightOrigin))
    // Next to something thrown away, Yjs throws the newcomer away.
    if (left?.container.kind === 'void' || right?.container.kind === 'void') return lost
    const place = left ?? right ?? lost
    if (right !== undefined && (right.type !== place.type || right.key !== place.key)) {
      throw new UpdateRefusedError('malformed')
    }
    // Maps grow at one end only.
    if (right !== undefined && place.key !== null) throw new UpdateRefusedError('malformed')
    return place
  }

  #underParent(parent: Y.Item['parent'], key: string | null): Place {
    // Yjs types the parent of an item that is not applied yet too narrowly: a root is a string.
    const name: unknown = parent
    if (typeof name === 'string') {
      if (name !== 'records') throw new UpdateRefusedError('unknown-root')
      return { container: { kind: 'records' }, type: recordMaps(this.#document), key }
    }
    if (!(name instanceof Y.ID)) throw new UpdateRefusedError('malformed')
    const above = this.#structAt(name)
    if (!(above instanceof Y.Item) || this.of(above).container.kind === 'void') return lost
    if (above.content instanceof Y.ContentDeleted) return lost
    if (!(above.content instanceof Y.ContentType)) throw new UpdateRefusedError('malformed')
    const type: SharedType = above.content.type
    return { container: this.#containerOf(type), type, key }
  }

  #structAt({ client, clock }: Y.ID): Struct {
    return this.#incoming.at(client, clock) ?? structAt(this.#document, client, clock)
  }

  #containerOf(type: SharedType): Container {
    return this.#containers.get(type) ?? containerOf(this.#document, type)
  }
}
