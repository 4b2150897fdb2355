import { chanceFrom } from '../../fuzz/chance.ts'
import { Drawer } from '../../fuzz/drawer.ts'
import { expectAllEqual } from '../../fuzz/quiet-point.ts'
import { anEvening } from '../../support/at-work.ts'
import { test } from '../../support/test.ts'

const ROUNDS = 20
const QUIET_EVERY = 10

/** Runs that once failed, kept for good. Say in one line what was wrong. */
const regressions: readonly number[] = []

for (const seed of new Set([...regressions, ...seedsToTry()])) {
  test(`three editors that do whatever comes up end with the same board: seed ${seed}`, async ({
    newDevice,
    stip,
  }) => {
    const { evening, open } = await anEvening({ newDevice, stip }, {})
    const seats = [
      await evening.join('Anna'),
      await evening.join('Bram'),
      await evening.join('Cem'),
    ] as const
    await evening.drawInGroups()
    const drawers = await Promise.all(
      seats.map(async ({ device }, number) => {
        const person = await open(`${number}`, device)
        await person.goToBoard()
        return Drawer.at(person, chanceFrom(seed * 10 + number))
      }),
    )
    const boardId = await evening.boardOfGroup('A')

    for (let round = 1; round <= ROUNDS; round++) {
      await Promise.all(drawers.map((drawer) => drawer.act()))
      if (round % QUIET_EVERY === 0) await expectAllEqual(drawers, stip.url, evening, boardId)
    }

    await test.step('who opens the board now sees the same', async () => {
      // On another device of somebody who is in already.
      const [{ device }] = seats
      const late = await open('late', device)
      await late.goToBoard()
      const all = [...drawers, await Drawer.at(late, chanceFrom(seed))]
      await expectAllEqual(all, stip.url, evening, boardId)
    })
  })
}

/** STIP_FUZZ_SEED=123 repeats one run; STIP_FUZZ_RUNS=100 is the nightly hunt. */
function seedsToTry(): readonly number[] {
  const { STIP_FUZZ_SEED: seed, STIP_FUZZ_RUNS: runs = '1' } = process.env
  if (seed !== undefined) return [Number(seed)]
  return Array.from({ length: Number(runs) }, (_, index) => index + 1)
}
