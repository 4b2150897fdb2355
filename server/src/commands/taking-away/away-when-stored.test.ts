import { expect, it, onTestFinished, vi } from 'vitest'
import { SqliteUpdateLog } from '../../storage/update-log/sqlite-update-log.ts'
import { aRemark, bytesOf } from '../../test/a-remark.ts'
import { eventually } from '../../test/eventually.ts'

it.each(['the board of a group', 'the vision', 'all boards beside each other'])(
  '[K25] is answered for when no board holds it: a disk that refuses %s',
  async (which) => {
    const evening = await aRemark()
    const { server, session, boardId, visionId, besideId } = evening
    await session.command({ type: 'merge' })
    const boards = [boardId, visionId, besideId]
    const ill = which === 'the vision' ? visionId : which.startsWith('all') ? besideId : boardId
    const held = async (device = session.facilitator): Promise<number> => {
      const seen = await Promise.all(boards.map((id) => evening.lead(id, device)))
      return seen.filter((each) => bytesOf(each).includes('Kerkstraat')).length
    }
    const disk = aDisk(ill)

    disk.refuses('once')
    const first = await evening.takeAway('shape:jan', 'key-away-1')
    expect(await held()).toBe(0)
    expect(await evening.takeAway('shape:jan', 'key-away-1')).toBe(first)

    disk.refuses('once')
    await session.command({ type: 'put-back', id: first })
    expect(await held()).toBe(3)

    disk.refuses('until it is well')
    await expect(evening.takeAway('shape:jan', 'key-away-2')).rejects.toThrow(/answered 50/u)
    disk.refuses('never')
    server.pass(61_000)
    await eventually(async () => expect(await held()).toBe(0))
    const second = await evening.takeAway('shape:jan', 'key-away-2')
    expect((await session.view()).takenAway?.map(({ id }) => id)).toEqual([second])

    disk.refuses('until it is well')
    const back = session.command({ type: 'put-back', id: second })
    await expect(back).rejects.toThrow(/answered 50/u)
    await server.app.close()
    disk.refuses('never')
    const again = (await server.restart()).newDevice()
    again.cookie = session.facilitator.cookie
    await eventually(async () => expect(await held(again)).toBe(3))
  },
)

/** The disk of this process, which may not take what one board becomes. */
function aDisk(ill: string) {
  // It is called on what it was called on.
  // oxlint-disable-next-line typescript/unbound-method
  const { append } = SqliteUpdateLog.prototype
  let refusals = 0
  const spy = vi.spyOn(SqliteUpdateLog.prototype, 'append').mockImplementation(async function (
    this: SqliteUpdateLog,
    ...given
  ) {
    if (given[0] === ill && refusals-- > 0) throw new Error('disk I/O error')
    await Reflect.apply(append, this, given)
  })
  onTestFinished(() => spy.mockRestore())
  return {
    refuses: (howLong: 'once' | 'until it is well' | 'never'): void => {
      refusals = { once: 1, 'until it is well': Infinity, never: 0 }[howLong]
    },
  }
}
