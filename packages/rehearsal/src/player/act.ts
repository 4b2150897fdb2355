import type { Fields } from '@stip/board'
import type { BoardId, RecordId } from '@stip/primitives'
import type { Hand, Happening } from '../plan/happening.ts'
import { Decisions } from './decisions.ts'
import type { Desk } from './desk.ts'
import type { Room } from './room.ts'
import {
  bringWords,
  change,
  changeWords,
  draw,
  moveInto,
  pullAt,
  recordIdOf,
  rewrite,
  typeBehind,
  writeNote,
  writeText,
  zoneIdOf,
} from './writing.ts'

/** What was done so far, and what others must have before they go on. */
export class Acts {
  notes = 0
  strokes = 0
  /** What the server did not take, in words. */
  readonly refused: string[] = []
  readonly #room: Room
  readonly #decisions: Decisions
  /** What lies where, as far as it was written here: nobody places anything over what they do not see yet. */
  readonly #written = new Map<BoardId, Map<RecordId, string>>()
  readonly #moved = new Map<string, Fields>()
  /** Written while its writer had no connection. */
  readonly #onTheWay = new Map<Hand, [Desk, RecordId][]>()

  constructor(room: Room) {
    this.#room = room
    this.#decisions = new Decisions(room, (what) => this.refused.push(what))
  }

  /** Does one thing, the way its person would, and waits until it is stored. */
  async carryOut(happening: Happening): Promise<void> {
    const room = this.#room
    switch (happening.kind) {
      case 'come-in':
        return room.welcome(happening.guest)
      case 'leave':
        return room.sendHome(happening.guest)
      case 'make-groups':
        return room.makeGroups()
      case 'name-group': {
        const groupId = room.groupIdOf(happening.letter)
        await room.lead.command({ type: 'rename-group', groupId, name: happening.name })
        return
      }
      case 'merge':
        return this.#merge(happening.times)
      case 'stack':
        return this.#decisions.stack(happening)
      case 'not-same':
        return this.#decisions.notSame(happening)
      case 'link':
        return this.#decisions.link(happening)
      case 'ask':
        return this.#decisions.ask(happening)
      case 'verify':
        return this.#decisions.verify(happening)
      case 'save-version':
        await room.lead.command({ type: 'save-version' })
        return
      case 'reload':
        return room.seatOf(happening.hand).close()
      case 'lose-connection':
        return room.seatOf(happening.hand).loseConnection()
      case 'regain-connection':
        await room.seatOf(happening.hand).regainConnection()
        for (const [desk, id] of this.#onTheWay.get(happening.hand) ?? []) this.#note(desk, id)
        this.#onTheWay.delete(happening.hand)
        return
      case 'type-together':
        await Promise.all(
          happening.hands.map((hand, turn) =>
            this.#atDesk({ ...happening, hand }, (desk, id) =>
              typeBehind(desk, id, happening.words[turn] ?? ''),
            ),
          ),
        )
        return
      default:
        return this.#atDesk(happening, (desk, id) => this.#write(happening, desk, id))
    }
  }

  #write(happening: Happening, desk: Desk, id: RecordId): void {
    switch (happening.kind) {
      case 'write-note':
        this.notes++
        return writeNote(desk, happening.place, happening.words, id)
      case 'write-text':
        return writeText(desk, happening.place, happening.words, id)
      case 'bring-words':
        return bringWords(desk, happening.place, happening.words, id)
      case 'rewrite':
        return rewrite(desk, happening.place, happening, id)
      case 'make-key-card':
        return change(desk, id, { 'm.keyCard': true })
      case 'change-words':
        return changeWords(desk, id, happening.words)
      case 'move':
        this.#moved.set(happening.id, moveInto(desk, id, happening.place))
        return
      case 'move-back':
        return change(desk, id, this.#moved.get(happening.id) ?? {})
      case 'take-away':
        return change(desk, id, { gone: true })
      case 'bring-back':
        return change(desk, id, { gone: false })
      case 'draw':
        this.strokes++
        return draw(desk, happening.place, happening, id)
      case 'pull-at-zone':
        return pullAt(desk, happening.place)
      default:
    }
  }

  async #atDesk(
    happening: Happening & { readonly hand: Hand },
    write: (desk: Desk, id: RecordId) => void,
  ): Promise<void> {
    const { group, kind, hand } = happening
    const boardId = this.#room.boardOf(group)
    const seat = this.#room.seatOf(hand)
    const desk = seat.open(boardId)
    const id = 'id' in happening ? recordIdOf(happening.id) : ''
    if (!seat.isOnline) {
      write(desk, id)
      this.#onTheWay.set(hand, [...(this.#onTheWay.get(hand) ?? []), [desk, id]])
      return
    }
    const places = new Map<RecordId, string | undefined>(this.#written.get(boardId))
    // On boards of all the server moves things as well.
    if (group === null) for (const one of places.keys()) places.set(one, undefined)
    if ('place' in happening) places.set(zoneIdOf(happening.place), undefined)
    await desk.isReady(places)
    write(desk, id)
    // A pen does not wait between two strokes.
    if (kind !== 'draw') await desk.isSettled()
    if (desk.isRefused) {
      if (kind !== 'pull-at-zone') this.refused.push(`${kind} ${id}`)
    } else {
      if (desk.has(id)) this.#note(desk, id)
      this.#noteAll(desk)
    }
  }

  #note(desk: Desk, id: RecordId): void {
    const written = this.#written.get(desk.boardId) ?? new Map<RecordId, string>()
    this.#written.set(desk.boardId, written.set(id, desk.placeOf(id)))
  }

  /** What lies where after something was done at a desk that knew all of it: it may be about other things. */
  #noteAll(desk: Desk): void {
    const written = this.#written.get(desk.boardId)
    for (const id of written?.keys() ?? []) written?.set(id, desk.placeOf(id))
  }

  async #merge(times: number): Promise<void> {
    await Promise.all(
      Array.from({ length: times }, () => this.#room.lead.command({ type: 'merge' })),
    )
  }
}
