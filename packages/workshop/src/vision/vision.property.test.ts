import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { changed, takenBack } from './changes.ts'
import { changesOf } from './commands.ts'
import type { ArrangeCommand } from './commands.ts'
import { structureOf } from './fields.ts'
import type { VisionFields } from './state.ts'

const card = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const cards = fc.uniqueArray(card, { minLength: 1, maxLength: 3 })
const name = fc.constantFrom('', 'Wonen', 'Zorg')
const anyCommand: fc.Arbitrary<ArrangeCommand> = fc.oneof(
  fc.record({ type: fc.constant('stack-cards' as const), cards }),
  fc.record({ type: fc.constant('split-stack' as const), cards }),
  fc.record({ type: fc.constant('reject-pair' as const), one: card, other: card }),
  fc.record({
    type: fc.constant('cluster-cards' as const),
    cards,
    cluster: fc.option(card),
    name,
  }),
  fc.record({ type: fc.constant('uncluster-cards' as const), cards }),
  fc.record({ type: fc.constant('name-cluster' as const), cluster: card, name }),
  fc.record({ type: fc.constant('link-sources' as const), statement: card, cards }),
  fc.record({ type: fc.constant('unlink-sources' as const), statement: card, cards }),
  fc.record({ type: fc.constant('explain-unused' as const), cards, why: name }),
)

function told(commands: readonly ArrangeCommand[], fields: VisionFields = {}): VisionFields {
  return commands.reduce((now, command) => changed(now, changesOf(now, command)), fields)
}

it('[D1] stacks are the same in whichever order cards were put on them', () => {
  const stacks = fc.array(cards, { maxLength: 6 })
  fc.assert(
    fc.property(stacks, fc.array(fc.nat(), { maxLength: 6 }), (all, keys) => {
      const commands = all.map((each): ArrangeCommand => ({ type: 'stack-cards', cards: each }))
      const mixed = commands
        .map((command, place) => ({ command, key: keys[place] ?? 0 }))
        .toSorted((one, other) => one.key - other.key)
        .map(({ command }) => command)
      expect(structureOf(told(mixed)).stacks).toEqual(structureOf(told(commands)).stacks)
    }),
  )
})

it('[D1] [D2] [D3] stacks and clusters stay whole whatever is decided', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 30 }), (commands) => {
      const { stacks, clusters, notSame } = structureOf(told(commands))
      const stackOf = new Map(stacks.flatMap(({ id, cards: own }) => own.map((each) => [each, id])))
      const clusterOf = new Map(
        clusters.flatMap(({ id, cards: own }) => own.map((each) => [each, id])),
      )
      // No card twice; each stack is named by its first card, and lies in one cluster.
      expect(stackOf.size).toBe(stacks.flatMap((each) => each.cards).length)
      expect(clusterOf.size).toBe(clusters.flatMap((each) => each.cards).length)
      for (const { id, cards: own } of stacks) {
        expect(id).toBe(own[0])
        expect(new Set(own.map((each) => clusterOf.get(each))).size).toBe(1)
      }
      for (const [one, other] of notSame) {
        expect(one < other).toBe(true)
        expect(stackOf.get(one) ?? one).not.toBe(stackOf.get(other) ?? other)
      }
    }),
    { numRuns: 500 },
  )
})

it('[D1] [D3] [D4] what was just pressed is so: a second press changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 20 }), anyCommand, (commands, command) => {
      const once = told([...commands, command])
      // Of a cluster of its own, and of a name that is gone with it, see the examples.
      expect(changesOf(once, command)).toEqual({})
    }),
    { numRuns: 500 },
  )
})

it('[D5] taking back at once leaves what was there before', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 20 }), anyCommand, (commands, command) => {
      const before = told(commands)
      const changes = changesOf(before, command)
      const after = changed(before, changes)
      expect(changed(after, takenBack(after, changes))).toEqual(before)
    }),
    { numRuns: 500 },
  )
})
