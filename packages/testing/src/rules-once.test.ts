import { describe, expect, it } from 'vitest'
import { functionsIn } from './functions.ts'
import { codeOf, sourcesIn } from './sources.ts'

/** Shorter ones are alike by chance. */
const SHORTEST = 60

const rules = written('packages/workshop/src')
const screens = written('client/src')

describe('a rule of a session is written once, in the workshop, and screens call it', () => {
  it('no screen has a function with the name of a rule', () => {
    const names = new Map(
      rules.filter(({ isExported }) => isExported).map((rule) => [rule.name, rule.path]),
    )
    const again = screens.filter(({ name, isExported }) => isExported && names.has(name))
    expect(again.map(({ path, name }) => `${path} ${name}, as ${names.get(name)}`)).toEqual([])
  })

  it('no screen does what a rule does under another name', () => {
    const shapes = new Map(rules.map((rule) => [rule.shape, rule]))
    const again = screens.filter(({ shape }) => shape.length >= SHORTEST && shapes.has(shape))
    expect(again.map(({ path, name }) => `${path} ${name}`)).toEqual([])
  })

  it('no screen works out itself how long a step still has', () => {
    const own = sourcesIn('client/src').filter(
      ({ isTest, text }) =>
        !isTest && /\bclock\w*\??\.endsAt\s*[-+]|\.remainingMs\b/.test(codeOf(text)),
    )
    expect(own.map(({ path }) => path)).toEqual([])
  })

  it('is found where somebody gave everything in it another name', () => {
    const rule = `
      export function nextThing(session: { steps: { kind: string }[] }): { a: 1 } | undefined {
        const step = session.steps[session.position] // now
        if (step?.kind === 'merge' && session.merge.count === 0) return undefined
        return undefined
      }`
    const copy = `function whatNow({ x }: View) {
        const now = view.steps[view.position]
        if (now?.kind === 'merge' && view.merge.count === 0) return undefined
        return undefined
      }`
    const [one, other] = [...functionsIn(rule.replaceAll('\n      ', '\n')), ...functionsIn(copy)]
    expect(one?.name).toBe('nextThing')
    expect(other?.shape).toBe(one?.shape)
    expect(one?.shape.length).toBeGreaterThan(SHORTEST)
    const different = functionsIn(copy.replace('=== 0', '> 0'))
    expect(different[0]?.shape).not.toBe(one?.shape)
  })
})

function written(folder: string) {
  return sourcesIn(folder)
    .filter(({ isTest, path }) => !isTest && /\.tsx?$/.test(path))
    .flatMap(({ path, text }) => functionsIn(text).map((each) => ({ ...each, path })))
}
