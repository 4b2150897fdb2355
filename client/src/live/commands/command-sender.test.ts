import type { CommandAnswer } from '@stip/api'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer } from '../requests/ask.ts'
import { CommandSender, type SenderWorld, staleMs } from './command-sender.ts'
import { dropIntent } from '../requests/intent.ts'

type Answered = Answer<CommandAnswer>

const done: Answered = { ok: true, value: { revision: 8 } }
const away: Answered = { ok: false, status: 0, problem: { code: 'X', message: 'Weg.' } }
const refused: Answered = { ok: false, status: 409, problem: { code: 'Y', message: 'Nee.' } }
const up = { type: 'raise-hand' } as const
const down = { type: 'lower-own-hand' } as const

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  })
  dropIntent('test')
  return () => vi.unstubAllGlobals()
})

describe('what somebody presses', () => {
  it('is sent again with the same key until there is an answer', async () => {
    const { sender, sent } = aSender(away, away, done)
    await expect(sender.press(up, 7)).resolves.toEqual({ kind: 'done', answer: { revision: 8 } })
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect(sent.map(({ seenRevision }) => seenRevision)).toEqual([7, 7, 7])
  })

  it('waits longer each time, and never as long as everybody else', async () => {
    const { sender, pauses, setRandom } = aSender(away, away, away, away, done)
    setRandom(0)
    await sender.press(up, 7)
    expect(pauses.slice(0, 4)).toEqual([300, 1000, 2500, 2500])
    const other = aSender(away, away, done)
    other.setRandom(1)
    await other.sender.press(up, 7)
    expect(other.pauses.slice(0, 2)).toEqual([600, 2000])
  })

  it.each([
    ['that goes on', 0],
    ['that was set, while the other stood still', 1],
  ])('is not sent again when it is stale by a clock %s', async (_, clock) => {
    const { sender, sent, onPause, pass } = aSender(away, done)
    onPause(() => pass(clock, 3_600_000))
    await expect(sender.press(up, 7)).resolves.toMatchObject({ kind: 'lost' })
    expect(sent).toHaveLength(1)
    expect(sender.pending).toEqual([])
  })

  it('that waited behind another for too long is not sent at all', async () => {
    const { sender, sent, onPause, pass } = aSender(away, done)
    onPause(() => pass(0, staleMs + 1))
    const both = [sender.press(up, 7), sender.press(down, 7)]
    await expect(Promise.all(both)).resolves.toMatchObject([{ kind: 'lost' }, { kind: 'lost' }])
    expect(sent).toHaveLength(1)
  })

  it('is sent in order, each press with a key of its own', async () => {
    const { sender, sent } = aSender(away, done, done, done)
    await Promise.all([sender.press(up, 7), sender.press(down, 7), sender.press(up, 7)])
    expect(sent.map(({ type }) => type)).toEqual([up, up, down, up].map(({ type }) => type))
    expect(new Set(sent.map(({ key }) => key)).size).toBe(3)
  })

  it('is pending until the session is told, and no more once it was refused', async () => {
    const { sender, release } = aSender(done)
    const told = vi.fn<() => void>()
    sender.subscribe(told)
    const press = sender.press(up, 7)
    expect(sender.pending).toMatchObject([{ command: up, revision: undefined }])
    await press
    expect(sender.pending).toMatchObject([{ command: up, revision: 8 }])
    const isTold = new Promise<void>((go) => sender.subscribe(go))
    release()
    await isTold
    expect(sender.pending).toEqual([])
    expect(told).toHaveBeenCalledTimes(3)
    const other = aSender(refused)
    await expect(other.sender.press(up, 7)).resolves.toMatchObject({
      kind: 'refused',
      problem: { message: 'Nee.' },
    })
    expect(other.sender.pending).toEqual([])
  })

  it('keeps its key while its answer is lost, for who presses the same once more', async () => {
    const { sender, sent, onPause, pass } = aSender(away, done)
    onPause(() => pass(0, staleMs + 1))
    await sender.press(up, 7)
    onPause(nothing)
    await sender.press(up, 9)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
  })
})

function nothing(): void {}

/** A sender of which these are the answers, one after the other; time passes when a test says so. */
function aSender(...answers: Answered[]) {
  const sent: { key: string; type: string; seenRevision: number }[] = []
  const pauses: number[] = []
  const clocks = [1_000_000, 2_000_000]
  let random = 0.5
  let whilePausing: () => void = nothing
  let release: () => void = nothing
  const world: SenderWorld = {
    kind: 'test',
    send: async ({ command: { type }, seenRevision }, key) => {
      sent.push({ key, type, seenRevision })
      return answers.shift() ?? done
    },
    pause: async (ms) => {
      pauses.push(ms)
      whilePausing()
      // What is done waits for the session to say so.
      if (ms > 5000) await new Promise<void>((go) => (release = go))
    },
    clocks: () => [...clocks],
    random: () => random,
  }
  return {
    sender: new CommandSender(world),
    sent,
    pauses,
    setRandom: (next: number) => (random = next),
    onPause: (then: () => void) => (whilePausing = then),
    pass: (clock: number, ms: number) => (clocks[clock] = (clocks[clock] ?? 0) + ms),
    release: () => release(),
  }
}
