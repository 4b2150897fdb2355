import type { Action } from './evening.ts'
import type { Hand, Happening } from './happening.ts'
import type { InStep, Source } from './timeline.ts'

/** Which things the file has that the product cannot do yet, by their name there. */
const notBuiltYet: ReadonlySet<string> = new Set([
  'reveal',
  'stickers-open',
  'stickers-reveal',
  'split-cluster',
  'mark',
  'hide-role',
  'pen-change',
  // Taking away is as far as it goes: see 'take-away'.
  'erase',
])

/** What happens to what was written, and what cannot be played yet. */
export function actionsOf(source: Source) {
  const actions: InStep[] = []
  const notPlayed: { readonly step: string; readonly what: string }[] = []
  for (const action of source.evening.actions) {
    const happening = notBuiltYet.has(action.type) ? undefined : happeningOf(source, action)
    if (happening === undefined) notPlayed.push({ step: action.step, what: action.type })
    else actions.push({ step: action.step, happening })
    if (happening?.kind === 'lose-connection') {
      const back = {
        ...happening,
        kind: 'regain-connection',
        at: action.at + (action.seconds ?? 0),
      }
      actions.push({ step: action.step, happening: back as Happening })
    }
  }
  return { actions, notPlayed }
}

function happeningOf({ evening, handIn }: Source, action: Action): Happening | undefined {
  const { type, step, at, group, note: id = '', person, by, to } = action
  const own: Hand = person === undefined ? 'facilitator' : handIn(person, step, at)
  // A group facilitator does it, at the console.
  const hand: Hand = by === undefined ? own : 'facilitator'
  const moment = { at, group }
  switch (type) {
    case 'edit':
    case 'edit-source': {
      // By then the room is plenary, and the board of a group is read-only to its own people.
      const writer = type === 'edit-source' ? 'facilitator' : hand
      return { kind: 'change-words', ...moment, id, hand: writer, words: String(to) }
    }
    case 'rename-cluster': {
      const cluster = action.cluster ?? ''
      const writer = evening.clusters.find((one) => one.id === cluster)?.group ?? 'A'
      const scribe = handIn({ A: 37, B: 50, C: 58 }[writer], step, at)
      return { kind: 'change-words', ...moment, id: cluster, hand: scribe, words: String(to) }
    }
    case 'both-type': {
      const { persons = [], texts = [] } = action
      const hands = persons.map((one) => handIn(one, step, at))
      return { kind: 'type-together', ...moment, id, hands, words: texts }
    }
    case 'move':
      return { kind: 'move', ...moment, id, hand, place: { step, zone: action.toZone ?? '' } }
    case 'delete':
    case 'take-away':
      return { kind: 'take-away', ...moment, id, hand }
    case 'restore':
      return { kind: 'bring-back', ...moment, id, hand }
    case 'erase-stroke':
      return { kind: 'take-away', ...moment, id: lastStroke(evening, action), hand }
    case 'undo':
      return action.what === 'move'
        ? { kind: 'move-back', ...moment, id, hand }
        : { kind: 'bring-back', ...moment, id: lastStroke(evening, action), hand }
    case 'reload':
      return { kind: 'reload', ...moment, hand }
    case 'connection-lost':
      return { kind: 'lose-connection', ...moment, hand }
    case 'try-move-template':
      return { kind: 'pull-at-zone', ...moment, hand, place: { step, zone: action.zone ?? '' } }
    case 'leave':
      return person === undefined ? undefined : { kind: 'leave', ...moment, guest: person }
    case 'collect':
      return { kind: 'merge', ...moment, times: action.twiceBy === undefined ? 1 : 2 }
    case 'collect-again':
      return { kind: 'merge', ...moment, times: 1 }
    default:
      return undefined
  }
}

/** The last stroke that somebody drew before a moment. */
function lastStroke({ drawings }: Source['evening'], { group, person, at }: Action): string {
  const strokes = drawings.find((one) => one.group === group)?.strokes ?? []
  const own = strokes.filter((one) => one.person === person && one.at <= at)
  return own.toSorted((one, other) => one.at - other.at).at(-1)?.id ?? ''
}
