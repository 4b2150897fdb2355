import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, sourcesIn } from './sources.ts'

const specified = readdirSync(path.join(root, 'packages'))
  .map((name) => `packages/${name}`)
  .filter((folder) => existsSync(path.join(root, folder, 'SPEC.md')))

// Some rules only show where everything comes together, so tests of apps may cite them as well.
const testsOfApps = ['server', 'client', 'e2e'].flatMap((folder) => testsIn(folder))

it('the server numbers every rule once', () => {
  const rules = rulesOf('server')
  expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([])
  expect(rules.length).toBeGreaterThan(0)
})

describe.each(specified)('%s', (folder) => {
  const rules = rulesOf(folder)
  const own = testsIn(folder)

  it('numbers every rule once', () => {
    expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([])
    expect(rules.length).toBeGreaterThan(0)
  })

  it('has a test for every rule', () => {
    const cited = new Set([...own, ...testsOfApps].flatMap((text) => rulesCitedIn(text)))
    expect(rules.filter((rule) => !cited.has(rule))).toEqual([])
  })

  it('cites no rule that is not there', () => {
    const cited = new Set(own.flatMap((text) => rulesCitedIn(text)))
    expect([...cited].filter((rule) => !rules.includes(rule))).toEqual([])
  })
})

function rulesOf(folder: string): readonly string[] {
  const spec = readFileSync(path.join(root, folder, 'SPEC.md'), 'utf8')
  return [...spec.matchAll(/^[-*#|\s]*\[([A-Z]+\d+)\]/gm)].map((found) => found[1] ?? '')
}

function testsIn(folder: string): string[] {
  return sourcesIn(folder)
    .filter((file) => file.isTest || folder === 'e2e')
    .map((file) => file.text)
}

/** Rules in the names of tests: '[M1] …', or more than one: '[M1] [M2] …' and '[M1][M2] …'. */
function rulesCitedIn(text: string): string[] {
  const names = text.matchAll(/['"`]((?:\[[A-Z]+\d+\]\s*)+)/g)
  return [...names].flatMap((name) =>
    [...(name[1] ?? '').matchAll(/[A-Z]+\d+/g)].map((found) => found[0]),
  )
}
