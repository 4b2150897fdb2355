import { describe, expect, it } from 'vitest'
import { codeOf, importsOf, packageOf, targetOf } from './sources.ts'

describe('finding imports', () => {
  it.each([
    ["import { a } from 'yjs'", 'yjs'],
    ["import type { A } from '@stip/board'", '@stip/board'],
    ["import {\n  a,\n  b,\n} from './other.ts'", './other.ts'],
    ["export { a } from 'zod'", 'zod'],
    ["export * from 'zod'", 'zod'],
    ["import 'tldraw/tldraw.css'", 'tldraw/tldraw.css'],
    ["const later = import('tldraw')", 'tldraw'],
    ["const later = await import(\n  'tldraw'\n)", 'tldraw'],
    ['const old = require("ws")', 'ws'],
    ["type A = import('yjs').Doc", 'yjs'],
    ["import data from './a.json' with { type: 'json' }", './a.json'],
    ['@import "tldraw/tldraw.css";', 'tldraw/tldraw.css'],
  ])('reads %j', (text, specifier) => {
    expect(importsOf(text)).toEqual([specifier])
  })

  it('passes over comments', () => {
    const text = "// import 'a'\n/* import 'b' */\nconst url = 'http://x' // from 'c'\nimport 'd'"
    expect(importsOf(text)).toEqual(['d'])
  })
})

it('reads words of code, and not those in comments and quotes', () => {
  expect(codeOf("const a = 'Date' // Date\nconst b = new Date()").match(/Date/g)).toHaveLength(1)
})

it('knows where an import leads', () => {
  expect(targetOf('server/src/a/b.ts', '../c.ts')).toBe('server/src/c.ts')
  expect(targetOf('server/src/b.ts', '../../client/x.ts')).toBe('client/x.ts')
  expect(targetOf('server/src/b.ts', 'yjs')).toBe('yjs')
  expect(packageOf('@stip/sync/room')).toBe('@stip/sync')
  expect(packageOf('y-protocols/sync')).toBe('y-protocols')
})
