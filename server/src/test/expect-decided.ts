// oxlint-disable vitest/no-standalone-expect -- checked after each decision of a history
import type { ClientCommand } from '@stip/api'
import { structureOf } from '@stip/workshop'
import { expect } from 'vitest'

/** What a decision promises, read off what everybody is told. */
export function expectDecided(
  command: ClientCommand,
  fields: Readonly<Record<string, string>>,
): void {
  const { stacks, clusters, sources, reasons } = structureOf(fields)
  if (command.type === 'stack-cards') {
    const isOne = new Set(command.cards).size === 1
    const together = stacks.some(({ cards }) => command.cards.every((card) => cards.includes(card)))
    expect(together || isOne, '[D1]').toBe(true)
  } else if (command.type === 'split-stack') {
    expect(
      stacks.flatMap(({ cards }) => cards),
      '[D2]',
    ).not.toContain(command.cards[0])
  } else if (command.type === 'cluster-cards') {
    const own = clusters.find(({ cards }) => command.cards.every((card) => cards.includes(card)))
    expect(own?.name, '[D3]').toBe('Wonen')
  } else if (command.type === 'link-sources') {
    const behind = sources.find((each) => each.statement === command.statement)?.cards
    expect(behind, '[D4]').toEqual(expect.arrayContaining([...command.cards]))
  } else if (command.type === 'explain-unused') {
    expect(reasons).toContainEqual({ card: command.cards[0], why: command.why })
  }
}
