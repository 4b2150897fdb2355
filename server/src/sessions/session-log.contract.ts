import type { SessionId } from '@stip/primitives'
import { createSession, decide, whoMayGive } from '@stip/workshop'
import type { Command, Decision, Session } from '@stip/workshop'
import { agendaOf } from '@stip/formats'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AlsoWritten } from './also-written.ts'
import type { SessionLog } from './session-log.ts'

/** How the suite gets at one implementation. */
export interface SessionLogUnderTest {
  readonly log: SessionLog
  /** Opens anew what was kept; left out by a log that keeps nothing. */
  readonly reopen?: () => SessionLog
  /** Makes the next write fail as a full disk would, in the middle of it. */
  readonly failNext: () => void
  /** The answers of commands that are kept, by key. */
  readonly answersOf: (sessionId: SessionId) => Promise<readonly string[]>
}

/** What every session log promises (SPEC.md, [SL]). `open` makes an empty one. */
export function describeSessionLog(name: string, open: () => SessionLogUnderTest): void {
  describe(`${name} keeps the session log contract`, () => {
    let tested: SessionLogUnderTest
    let log: SessionLog
    let session: Session
    beforeEach(async () => {
      tested = open()
      log = tested.log
      session = aSession('avond')
      await log.create(session, [])
    })

    /** Decides and appends. */
    async function happens(...commands: readonly Command[]): Promise<void> {
      for (const command of commands) {
        const decision = decided(session, command)
        // oxlint-disable-next-line no-await-in-loop
        await log.append(decision, [])
        session = decision.session
      }
    }

    it('[SL1] gives back what was kept, as all that happened made it', async () => {
      expect(await log.read('nothing')).toBeUndefined()
      expect(await log.read('avond')).toEqual(session)
      await happens({ type: 'go-to-step', position: 0 }, join('noor'), { type: 'pause-clock' })
      expect(await log.read('avond')).toEqual(session)
      expect((await tested.reopen?.().read('avond')) ?? session).toEqual(session)
    })

    it('[SL1] also after more than it replays at once', async () => {
      const pages = Array.from({ length: 450 }, (_, page) => page + 1)
      await happens(...pages.map((page) => ({ type: 'turn-wall-page', page }) as const))
      expect(await log.read('avond')).toEqual(session)
      expect(await log.eventsOf('avond')).toHaveLength(450)
    })

    it('[SL1] [SL3] also what raises no revision', async () => {
      await happens(join('noor'), join('sam'))
      const late = decided(session, seen('sam'))
      await happens(seen('noor'))
      expect(session.revision).toBe(2)
      expect(await log.read('avond')).toEqual(session)
      await expect(log.append(late, [])).rejects.toThrow('since')
      await happens(seen('sam'), { type: 'go-to-step', position: 0 })
      expect(await log.read('avond')).toEqual(session)
      expect((await log.eventsOf('avond')).map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4])
    })

    it('[SL2] keeps who did what and when, in order, session by session', async () => {
      await log.create(aSession('middag'), [])
      await happens({ type: 'go-to-step', position: 0 }, join('noor'))
      expect(await log.eventsOf('avond')).toMatchObject([
        { revision: 1, at: 1000, by: 'facilitator', event: { type: 'went-to-step', position: 0 } },
        { revision: 2, by: 'newcomer', event: { type: 'person-joined', person: { id: 'noor' } } },
      ])
      expect(await log.eventsOf('middag')).toEqual([])
    })

    it('[SL2] keeps which of several it was, where they are told apart', async () => {
      const given = { actor: 'facilitator', command: { type: 'show-names', on: true } } as const
      const around = { now: 1000, random: () => 0, newId: () => 'new' }
      const outcome = decide(session, { ...given, who: 'k7qf2m9p' }, around)
      await log.append((outcome as { readonly value: Decision }).value, [])
      const told = await (tested.reopen?.() ?? log).eventsOf('avond')
      expect(told.map(({ by, who }) => [by, who])).toEqual([['facilitator', 'k7qf2m9p']])
    })

    it('[SL3] refuses what was decided before something else happened', async () => {
      const late = decided(session, { type: 'show-names', on: true })
      await happens({ type: 'go-to-step', position: 0 })
      await expect(log.append(late, answered('late'))).rejects.toThrow('since')
      const ahead = decided(decided(session, join('noor')).session, join('sam'))
      await expect(log.append(ahead, answered('ahead'))).rejects.toThrow('since')
      expect(await log.read('avond')).toEqual(session)
      expect(await tested.answersOf('avond')).toEqual([])
    })

    it('[SL4] writes what belongs together as a whole, or nothing of it', async () => {
      const decision = decided(session, { type: 'go-to-step', position: 0 })
      tested.failNext()
      await expect(log.append(decision, answered('one'))).rejects.toThrow('disk is full')
      expect(await log.read('avond')).toEqual(session)
      expect(await tested.answersOf('avond')).toEqual([])
      await log.append(decision, answered('one'))
      await log.write('avond', answered('two'))
      expect(await tested.answersOf('avond')).toEqual(['one', 'two'])
      expect(await log.read('avond')).toEqual(decision.session)
    })

    it('[SL9] takes a session from elsewhere as it is, and goes on with it', async () => {
      await happens({ type: 'go-to-step', position: 0 }, join('noor'), { type: 'end-session' })
      const kept = await log.eventsOf('avond')
      const other = open().log
      await other.adopt(session, kept, answered('opened'))
      expect(await other.read('avond')).toEqual(session)
      expect(await other.eventsOf('avond')).toEqual(kept)
      expect(await other.sessionOfBoard('avond-plenary')).toBe('avond')
      expect(await other.counting()).toEqual([])
      const reopened = decided(session, { type: 'reopen-session' })
      await other.append(reopened, [])
      expect(await other.read('avond')).toEqual(reopened.session)
      expect(await other.eventsOf('avond')).toHaveLength(4)
      expect(await other.counting()).toEqual(['avond'])
    })

    it('[SL5] knows of whom a board is', async () => {
      expect(await log.sessionOfBoard('avond-plenary')).toBe('avond')
      expect(await log.sessionOfBoard('nowhere')).toBeUndefined()
    })

    it('[SL5] also of a board that was opened later', async () => {
      await happens(join('noor'), { type: 'open-private-board', members: ['noor'] })
      const board = session.boards.at(-1)?.id ?? ''
      expect(await log.sessionOfBoard(board)).toBe('avond')
      expect(await (tested.reopen?.() ?? log).sessionOfBoard(board)).toBe('avond')
    })

    it('[SL5] knows where time counts, from the first step to the end', async () => {
      expect(await log.counting()).toEqual([])
      await happens({ type: 'go-to-step', position: 0 })
      expect(await log.counting()).toEqual(['avond'])
      await happens({ type: 'end-session' })
      expect(await log.counting()).toEqual([])
      await happens({ type: 'reopen-session' })
      expect(await log.counting()).toEqual(['avond'])
    })
  })
}

function decided(session: Session, command: Command): Decision {
  const [actor = 'facilitator'] = whoMayGive().get(command.type) ?? []
  const around = { now: 1000, random: () => 0, newId: () => 'new' }
  const outcome = decide(session, { actor, command }, around)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

function join(personId: string): Command {
  return { type: 'join', personId, name: personId, background: 'resident' }
}

function seen(personId: string): Command {
  return { type: 'note-seen', personIds: [personId] }
}

function answered(key: string): readonly AlsoWritten[] {
  return [{ kind: 'command-answered', key, answer: { revision: 1 } }]
}

function aSession(id: string): Session {
  const agenda = agendaOf('proefrondje')
  if (agenda === undefined) throw new Error('This format is part of Stip.')
  const boards = [{ id: `${id}-plenary`, kind: 'plenary', groupId: undefined } as const]
  return createSession({ id, title: 'Visie', agenda, groups: [], boards, now: 1 })
}
