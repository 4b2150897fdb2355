import { createRecord } from '@stip/documents'
import { expect, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { BoardLimits } from '../boards/board-limits.ts'
import type { ServerLimits } from '../limits.ts'
import { aNote } from '../test/a-note.ts'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import { eventually } from '../test/eventually.ts'
import { VICTIM } from './hostile-parts.ts'
import { Line } from './line.ts'

/**
 * A group board with somebody at work on it, and somebody else with a grant and a script. `person`
 * is the attacker's own device: everything that it may do honestly, it may still do afterwards.
 *
 * @param boardLimits - Lower ones than usual, so that an attack may be small; so are those of the server.
 */
export async function aScene(boardLimits?: BoardLimits, serverLimits?: Partial<ServerLimits>) {
  const server = await aServer({}, undefined, serverLimits, undefined, boardLimits)
  const { session, inGroups } = await aSessionInGroups(server)
  // The most that a session allows, so that every refusal is for what is wrong with the update.
  await session.command({ type: 'allow-images', on: true })
  const [person, other] = inGroups
  if (person === undefined || other === undefined) throw new Error('There are three groups.')
  const { boardId } = person
  const facilitator = session.facilitator

  const lineOf = async (device: typeof facilitator, query: string, board = boardId) => {
    const line = await Line.to(device.socket(`/sync/${board}?${query}`))
    onTestFinished(() => line.leave())
    return line
  }
  const bystander = await lineOf(facilitator, 'as=facilitator&stip=1')
  bystander.write((doc) => createRecord(doc, aNote(VICTIM.slice('shape:'.length), 'Meer groen')))
  await bystander.until(() => bystander.saved === 1)

  let controls = 0
  /** Writes a note, and waits until it is on the other screen. */
  const works = async (from: Line, to: Line): Promise<void> => {
    const name = `control-${controls++}`
    from.write((doc) => createRecord(doc, aNote(name, 'Een bank bij de vijver')))
    await eventually(() => expect(to.doc.getMap('records').has(`shape:${name}`)).toBe(true))
  }
  return {
    server,
    session,
    boardId,
    person,
    other,
    facilitator,
    bystander,
    lineOf,
    /** An attacker with a client from npm, or with ours. */
    attacker: (program: 'plain' | 'stip') =>
      lineOf(person.device, `as=participant${program === 'stip' ? '&stip=1' : ''}`),
    /** The board as somebody sees it who comes in now, byte for byte. */
    seenByNewcomer: async (): Promise<Uint8Array> => {
      const line = await lineOf(facilitator, 'as=facilitator')
      const state = Y.encodeStateAsUpdate(line.doc)
      expect(line.doc.store.pendingStructs).toBeNull()
      expect(line.doc.store.pendingDs).toBeNull()
      line.leave()
      return state
    },
    /** The bystander and the attacker's own person can both work on: nothing else was refused. */
    expectWorkToGoOn: async (): Promise<void> => {
      const honest = await lineOf(person.device, 'as=participant&stip=1')
      await works(bystander, honest)
      await works(honest, bystander)
      expect([bystander.refused, honest.refused]).toEqual([undefined, undefined])
      expect(controls).toBeGreaterThanOrEqual(2)
    },
  }
}
