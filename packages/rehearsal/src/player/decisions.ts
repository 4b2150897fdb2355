import type { ClientCommand, MyNotesAnswer, SessionView } from '@stip/api'
import { copyId, outlineOf } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import type { Hand, Happening, PlannedBallot, Thing } from '../plan/happening.ts'
import { RefusedError } from './device.ts'
import type { Room } from './room.ts'
import { recordIdOf } from './writing.ts'

type Of<Kind extends Happening['kind']> = Extract<Happening, { readonly kind: Kind }>

const HEARD = 'Hoor je jezelf terug in de visie?'

/** What is decided about the vision, and what the room says of it. */
export class Decisions {
  readonly #room: Room
  /** Hears what the server did not take. */
  readonly #onRefused: (what: string) => void
  /** Who wrote ballots for others already. */
  readonly #scribes = new Set<Hand>()

  constructor(room: Room, onRefused: (what: string) => void) {
    this.#room = room
    this.#onRefused = onRefused
  }

  /** Brings notes that are no hoofdpunten to the vision too, and lays all of them on one stack under a name. */
  async stack({ cards, more, name }: Of<'stack'>): Promise<void> {
    const { lead } = this.#room
    const brought = more.flatMap((thing) =>
      'id' in thing
        ? [{ boardId: this.#room.boardOf(thing.group), recordId: recordIdOf(thing.id) }]
        : [],
    )
    if (brought.length > 0) await lead.command({ type: 'bring-cards', cards: brought })
    const all = this.#names([...cards, ...more])
    await lead.command({ type: 'stack-cards', cards: all })
    await lead.command({ type: 'cluster-cards', cards: all, cluster: null, name })
  }

  async notSame({ cards }: Of<'not-same'>): Promise<void> {
    const [one = '', other = ''] = this.#names(cards)
    await this.#room.lead.command({ type: 'reject-pair', one, other })
  }

  /** Cards that lie on no vision yet are brought there first. */
  async link({ sentence, cards }: Of<'link'>): Promise<void> {
    const { lead } = this.#room
    const [statement = ''] = this.#names([sentence])
    const desk = this.#room.facilitator.open(this.#room.boardOf(null))
    const missing = cards.flatMap((thing) =>
      'id' in thing && !desk.has(this.#nameOf(thing) ?? '')
        ? [{ boardId: this.#room.boardOf(thing.group), recordId: recordIdOf(thing.id) }]
        : [],
    )
    if (missing.length > 0) await lead.command({ type: 'bring-cards', cards: missing })
    await lead.command({ type: 'link-sources', statement, cards: this.#names(cards) })
  }

  /** Asks the room, lets everybody answer, and shows what came of it until it is closed. */
  async ask({ topic, group, ballots }: Of<'ask'>): Promise<void> {
    const { lead } = this.#room
    const { asked } = await lead.command(this.#question(topic, group))
    const questionId = asked?.questionId ?? ''
    for (const ballot of ballots) {
      // oxlint-disable-next-line no-await-in-loop -- Who has no phone waits for their scribe.
      await this.#answer(questionId, ballot, [])
    }
    await lead.command({ type: 'reveal-answers', questionId })
    const said = saidIn(await lead.view())
    for (const ballot of ballots.filter(({ also }) => also.length > 0)) {
      const also = ballot.also.flatMap((text) => said.get(text) ?? [])
      // oxlint-disable-next-line no-await-in-loop
      await this.#answer(questionId, ballot, also)
    }
    await lead.command({ type: 'close-question', questionId })
    await lead.command({ type: 'show-question', questionId, on: false })
  }

  async verify({ guest, hand, card, sentence, answer, words }: Of<'verify'>): Promise<void> {
    const seat = this.#room.seatOf(hand)
    const as = hand === guest ? 'participant' : 'scribe'
    if (seat.role !== 'participant') return
    const path = `/api/sessions/${this.#room.lead.sessionId}/my-notes`
    const [name] = this.#names([card])
    const { notes } = await seat.device.get<MyNotesAnswer>(`${path}?as=${as}`)
    const known = notes.flatMap(({ statements }) => statements)
    const found = known.find((each) => {
      return each.card === name && 'words' in sentence && each.text === sentence.words
    })
    if (found === undefined || name === undefined) {
      this.#onRefused(`verify ${'id' in card ? card.id : ''}`)
      return
    }
    const body = { card: name, statement: found.id, answer, text: words }
    await this.#orRefused(`verify ${name}`, () => seat.device.post(`${path}/verify?as=${as}`, body))
  }

  #question(topic: Of<'ask'>['topic'], group: Happening['group']): ClientCommand {
    switch (topic) {
      case 'recognition':
        return { type: 'ask-about', topic, boardId: this.#room.boardOf(group) }
      case 'consent':
        return { type: 'ask-about', topic }
      default:
        return { type: 'ask', topic, kind: 'five-points', items: [{ id: topic, text: HEARD }] }
    }
  }

  async #answer(
    questionId: string,
    { guest, hand, answers }: PlannedBallot,
    also: readonly string[],
  ): Promise<void> {
    const seat = this.#room.seatOf(hand)
    // Nobody is there who could write it.
    if (seat.role !== 'participant') return
    const isOwn = hand === guest
    const personId = this.#room.personOf(guest)
    if (personId === undefined) return
    if (!isOwn) await this.#appoint(hand)
    const body = {
      answers: answers.flatMap(({ about, value, reason, own }) => {
        const item = about === undefined ? 'heard' : this.#nameOf(about)
        return item === undefined
          ? []
          : [{ item, value, ...(reason !== undefined && { reason }), own: [...own] }]
      }),
      also: [...also],
      ...(!isOwn && { for: personId }),
    }
    const as = isOwn ? 'participant' : 'scribe'
    const path = `/api/sessions/${this.#room.lead.sessionId}/questions/${questionId}/ballot`
    await this.#orRefused(`answer ${guest}`, () => seat.device.post(`${path}?as=${as}`, body))
  }

  async #appoint(hand: Hand): Promise<void> {
    if (typeof hand !== 'number' || this.#scribes.has(hand)) return
    const personId = this.#room.personOf(hand)
    if (personId === undefined) return
    this.#scribes.add(hand)
    await this.#room.lead.command({ type: 'appoint-scribe', personId, on: true })
  }

  async #orRefused(what: string, send: () => Promise<unknown>): Promise<void> {
    try {
      await send()
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      this.#onRefused(`${what}: ${error.code}`)
    }
  }

  #names(things: readonly Thing[]): RecordId[] {
    return things.flatMap((thing) => this.#nameOf(thing) ?? [])
  }

  /** What something is called on the vision; undefined of a sentence that does not stand there. */
  #nameOf(thing: Thing): RecordId | undefined {
    if ('id' in thing) return copyId(this.#room.boardOf(thing.group), recordIdOf(thing.id))
    const { records } = this.#room.facilitator.open(this.#room.boardOf(null))
    const items = outlineOf(records).sections.flatMap((section) => section.items)
    return items.find(({ text }) => text.trim() === thing.words)?.id
  }
}

/** What people wrote with their answers, by the words: its names. */
function saidIn({ ballots }: SessionView): ReadonlyMap<string, string> {
  const items = ballots?.totals?.items ?? []
  return new Map(items.flatMap(({ said }) => said.map(({ id, text }) => [text, id] as const)))
}
