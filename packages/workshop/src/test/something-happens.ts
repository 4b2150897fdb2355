import { below } from '@stip/primitives'
import { sampleOf } from '@stip/testing/sample-of'
import type { Random } from '@stip/primitives'
import type { Command } from '../session/abilities.ts'
import { decide, whoMayGive } from '../session/engine.ts'
import type { Decision } from '../session/engine.ts'
import { sentCommands } from '../session/sent-commands.ts'
import type { Session } from '../session/session.ts'
import { NOW } from './a-session.ts'

/** What came of one thing that somebody did, or tried. */
export interface Happened {
  readonly did: Command['type']
  readonly becomes: Session
  readonly events: Decision['events']
}

/** One thing that people, a facilitator or the server may do, on a screen that may be a little behind. */
export function somethingHappens(session: Session, turn: number, random: Random): Happened {
  const commands = whatMayHappen(turn, random)
  const command = commands[below(random, commands.length)]
  if (command === undefined) throw new Error('There is always something to do.')
  const [actor = 'facilitator'] = whoMayGive().get(command.type) ?? []
  const isNoted = actor === 'server' || actor === 'newcomer'
  const personId = actor === 'participant' ? `person-${below(random, turn + 1)}` : undefined
  const seenRevision = isNoted ? undefined : session.revision - below(random, 3)
  const around = { now: NOW + turn * 7001, random, newId: () => `person-${turn}` }
  const outcome = decide(session, { actor, personId, command, seenRevision }, around)
  const { session: becomes, events } = outcome.ok ? outcome.value : { session, events: [] }
  return { did: command.type, becomes, events }
}

function whatMayHappen(turn: number, random: Random): readonly Command[] {
  const personId = `person-${below(random, turn + 1)}`
  const groupId = ['A', 'B', 'C', 'Z'][below(random, 4)] ?? 'A'
  const on = below(random, 2) === 0
  const record = { boardId: 'board-A', recordId: `shape:${turn}`, stored: { id: turn } }
  const newcomer = { personId: `person-${turn}`, name: '', background: 'resident' } as const
  const join: Command = { type: 'join', ...newcomer, screenId: personId }
  return [
    join,
    join,
    join,
    join,
    join,
    join,
    { type: 'come-back', personId },
    { type: 'join-as-screen', personId: `screen-${below(random, 3)}`, groupId },
    { type: 'note-seen', personIds: [personId, 'nobody'] },
    { type: 'go-to-step', position: below(random, 8) - 2 },
    { type: 'go-to-step', position: below(random, 8) - 2 },
    { type: 'add-minutes', minutes: below(random, 11) - 5 },
    { type: 'pause-clock' },
    { type: 'resume-clock' },
    { type: 'note-clock-set', before: NOW + turn, ms: (below(random, 9) - 4) * 60_000 },
    { type: 'mix-groups' },
    { type: 'undo-mix' },
    { type: 'move-person', personId, groupId },
    { type: 'move-person', personId, groupId },
    { type: 'change-background', personId, background: on ? 'resident' : 'council-clerk' },
    { type: 'add-person', name: '', background: 'resident' },
    { type: 'appoint-scribe', personId, on },
    { type: 'remove-person', personId },
    { type: 'restore-person', personId },
    { type: 'rename-group', groupId, name: `De Brug ${turn}` },
    { type: 'rename-session', title: `Visie ${turn}` },
    { type: 'show-names', on },
    { type: 'allow-images', on },
    { type: 'only-notes', on },
    { type: 'freeze-groups', on },
    { type: 'spotlight', boardId: on ? null : 'vision' },
    { type: 'open-private-board', members: on ? [personId] : [personId, 'person-0'] },
    { type: 'show-on-wall', choice: on ? { kind: 'code' } : { kind: 'board', boardId: 'board-A' } },
    { type: 'turn-wall-page', page: below(random, 3) },
    { type: 'note-merge', at: NOW + turn },
    { type: 'note-undone-merge', lastAt: undefined, canUndo: false },
    { type: 'note-words-chosen', record: `shape:${turn}`, words: on ? 'theirs' : 'open' },
    { type: 'note-cards', did: on ? 'brought' : 'put-back', count: turn },
    { type: on ? 'note-restore' : 'note-undone-restore', boardId: 'board-A', moment: turn },
    {
      type: 'note-taken-away',
      taken: {
        id: `away-${turn}`,
        at: NOW + turn,
        reason: 'Hierin herken je iemand.',
        boardId: 'board-A',
        records: [record],
        authors: [personId],
      },
    },
    { type: 'note-away-too', id: `away-${turn - 1}`, records: [record] },
    { type: 'note-put-back', id: `away-${below(random, turn + 1)}` },
    { type: 'end-session' },
    { type: 'reopen-session' },
    { type: 'reopen-session' },
    ...sentBySomebody({ personId, groupId, boardId: 'vision' }, random),
  ]
}

/** Whatever else screens can send, of abilities that came later too: one of each. */
function sentBySomebody(about: Readonly<Record<string, string>>, random: Random): Command[] {
  const known = (field: string): unknown => about[field]
  const pick = (count: number): number => below(random, count)
  return sentCommands.map((schema) => sampleOf(schema, { known, pick }) as Command)
}
