import { describe, expect, it } from 'vitest'
import { ArgumentError, readArguments } from './arguments.ts'

describe('the command line', () => {
  it('[V8] measures Stip and all peers when nothing is said', () => {
    const { servers, scenarios } = readArguments([])
    expect(servers).toEqual(['stip', 'hocuspocus', 'hocuspocus-33', 'y-websocket', 'tldraw'])
    expect(scenarios).toEqual(['A', 'B'])
  })

  it('[V8] measures Stip with the peers asked for, or alone', () => {
    expect(readArguments(['--peers', 'tldraw']).servers).toEqual(['stip', 'tldraw'])
    expect(readArguments(['--peers=none']).servers).toEqual(['stip'])
  })

  it('[V8] reads lists, numbers and switches', () => {
    const words = '--scenario a,D --runs 2 --seconds=5 --plain-clients --json out.json'.split(' ')
    expect(readArguments(words)).toMatchObject({
      scenarios: ['A', 'D'],
      runs: 2,
      seconds: 5,
      compresses: false,
      json: 'out.json',
    })
  })

  it.each([
    ['--scenario', 'A,Z'],
    ['--peers', 'etherpad'],
    ['--runs', '0'],
    ['--seconds', '1.5'],
    ['--seconds'],
    ['--unheard-of', '1'],
    ['A'],
    ['--url', 'ws://localhost:3000'],
    ['--ticket-from', 'http://localhost:3000'],
    ['--url', 'here', '--ticket-from', 'http://localhost:3000'],
  ])('[V9] refuses %s %s', (...words) => {
    expect(() => readArguments(words.filter((word) => word !== undefined))).toThrow(ArgumentError)
  })

  it('[V9] takes the address of a Stip that runs together with where tickets come from', () => {
    const words = ['--url', 'ws://localhost:3000', '--ticket-from', 'http://localhost:3000']
    expect(readArguments(words).url?.port).toBe('3000')
  })
})
