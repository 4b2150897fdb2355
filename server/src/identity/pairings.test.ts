import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Pairings } from './pairings.ts'

/** More screens than can wait at the same time. */
const MANY = 600

describe('[P15] a screen that waits', () => {
  it('has a place, whatever one device opens: that one has five, the last that it opened', () => {
    const { open, waits } = scene()
    const wall = open()
    const script = aDevice()
    const opened = Array.from({ length: MANY }, () => open(script))
    expect(waits(wall)).toBe(true)
    expect(opened.map(waits).lastIndexOf(false)).toBe(MANY - 6)
    expect(opened.filter(waits)).toHaveLength(5)
  })

  it('has a place, however many devices a script makes that never ask', () => {
    const { open, waits } = scene()
    const wall = open()
    expect(waits(wall)).toBe(true)
    for (let turn = 0; turn < MANY; turn++) open()
    expect(waits(wall)).toBe(true)
    expect(waits(open())).toBe(true)
  })

  it('has a place while it asks, also when a script asks now and then', () => {
    const { open, waits, pass } = scene()
    const wall = open()
    for (let turn = 0; turn < MANY; turn++) {
      waits(open())
      pass(20)
      expect(waits(wall)).toBe(true)
    }
  })

  it('gives way to no script of elsewhere', () => {
    const { open, waits } = scene()
    const walls = [open(aDevice(), '192.0.2.1'), open(aDevice(), '192.0.2.1')]
    for (let turn = 0; turn < MANY; turn++) waits(open())
    expect(walls.map(waits)).toEqual([true, true])
  })

  it('does not lose what it was made before it heard so', () => {
    const { pairings, open } = scene()
    const wall = open()
    pairings.claim(wall?.code ?? '', 'wall')
    for (let turn = 0; turn < MANY; turn++) open()
    expect(pairings.ask(wall?.secret ?? '')).toEqual({ kind: 'paired', place: 'wall' })
  })
})

function scene() {
  let now = 0
  const pairings = new Pairings<string>(() => now, randomBytes)
  const open = (device = aDevice(), network = '192.0.2.9') => pairings.open(device, network)
  const waits = (screen: ReturnType<typeof open>) =>
    screen !== undefined && pairings.ask(screen.secret)?.kind === 'waiting'
  const pass = (ms: number): void => {
    now += ms
  }
  return { pairings, open, waits, pass }
}

function aDevice(): Uint8Array {
  return randomBytes(32)
}
