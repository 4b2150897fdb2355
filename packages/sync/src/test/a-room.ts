import { Room } from '../room/index.ts'
import type { Member, RoomOptions } from '../room/index.ts'
import { Line } from './a-line.ts'
import { ManualClock } from './manual-clock.ts'
import { StubbornLog } from './stubborn-log.ts'
import { testGateway } from './test-gateway.ts'

/** A room with its clock and its disk, all in the hands of the test. */
export interface TestRoom {
  readonly room: Room
  readonly log: StubbornLog
  readonly clock: ManualClock
  /** Seats somebody without a word said yet. */
  readonly join: (differences?: Partial<Member>) => Line
  /** Seats somebody who has exchanged everything, and forgets what was said on the way. */
  readonly joinInStep: (differences?: Partial<Member>) => Promise<Line>
  /** The updates that are on disk, oldest first. */
  readonly stored: () => Promise<readonly Uint8Array[]>
  /** The notes on the board as the server shows it. */
  readonly notes: () => Record<string, unknown>
}

export async function aRoom(
  differences: Partial<
    Pick<
      RoomOptions,
      'gateway' | 'clients' | 'frameLimits' | 'onDifference' | 'rates' | 'largeBytes'
    >
  > & {
    log?: StubbornLog
    clock?: ManualClock
  } = {},
): Promise<TestRoom> {
  const {
    log = new StubbornLog(),
    gateway = testGateway,
    clock = new ManualClock(),
    ...limits
  } = differences
  const room = await Room.open({ boardId: 'board', log, gateway, clock, ...limits })
  const join = (member: Partial<Member> = {}): Line => new Line(room, aMember(member))
  return {
    room,
    log,
    clock,
    join,
    joinInStep: async (member) => {
      const line = join(member)
      line.ask()
      line.answer()
      await clock.pass(1_000)
      line.frames.length = 0
      return line
    },
    notes: () => room.read((doc) => doc.getMap('notes').toJSON()),
    stored: async () => (await log.read('board')).map(({ update }) => update),
  }
}

/** Somebody with our own client who may write; name only what the test is about. */
export function aMember(differences: Partial<Member> = {}): Member {
  return {
    identity: 'anna',
    mayWrite: () => true,
    presence: () => ({ name: 'Anna', color: 'blue' }),
    speaksStip: true,
    ...differences,
  }
}
