import { Device, Rehearsal, Rest } from '@stip/rehearsal'
import type { PlayOptions } from '@stip/rehearsal'
import type { SessionView } from '@stip/api'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aServer } from '../test/a-server.ts'

interface Exported {
  readonly records: readonly { readonly id: string; readonly text: string }[]
}

/** Waits for nothing, and remembers for how long it should have. */
class NoRest extends Rest {
  readonly waits: number[] = []

  override async forMs(ms: number): Promise<void> {
    this.signal.throwIfAborted()
    this.waits.push(ms)
  }
}

async function aPlay(options: Partial<PlayOptions> = {}, stop = new AbortController()) {
  const { url } = await aServer()
  const rest = new NoRest(stop.signal)
  const facilitator = new Device({ url, origin: url, rest })
  const body = { format: 'bijeenkomst-1-visie', title: 'Proefavond', groupCount: 3 }
  const { sessionId } = await facilitator.post<{ sessionId: string }>('/api/sessions', body)
  const rehearsal = await Rehearsal.begin({ facilitator, sessionId, ...options })
  onTestFinished(() => rehearsal.end())
  const view = (): Promise<SessionView> => {
    // Also after the play was stopped.
    const server = { ...facilitator.server, rest: new Rest(new AbortController().signal) }
    const looker = new Device(server, facilitator.cookie)
    return looker.get(`/api/sessions/${sessionId}?as=facilitator`)
  }
  const textsOn = async (letter: string): Promise<ReadonlyMap<string, string>> => {
    const board = (await view()).groups.find((group) => group.letter === letter)?.boardId
    const path = `/api/boards/${board}/export.json?as=facilitator`
    const { records } = await facilitator.get<Exported>(path)
    return new Map(records.map(({ id, text }) => [id, text]))
  }
  return { rehearsal, rest, view, textsOn }
}

describe('the invented evening, played into a server', () => {
  it('[PA10] [PA12] brings people, groups and what they write up to a step', async () => {
    const { rehearsal, view, textsOn } = await aPlay()
    const played = await rehearsal.playTo(7)
    expect(played).toMatchObject({ people: 60, refused: [] })
    const { people = [], groups, position } = await view()
    expect(position).toBe(6)
    const letterOf = new Map(groups.map(({ id, letter }) => [id, letter]))
    const seats = new Map(people.map(({ name, groupId }) => [name, letterOf.get(groupId ?? '')]))
    expect(['Hamza', 'Wubbo', 'Ruben', 'Cor'].map((name) => seats.get(name))).toEqual([
      'A',
      'B',
      'C',
      'A',
    ])
    expect(people.filter(({ hasPhone }) => !hasPhone)).toHaveLength(5)
    const [onA, onB] = [await textsOn('A'), await textsOn('B')]
    expect(onA.get('shape:proef-A-o12')).toBe('bang voor precedent')
    expect(onB.get('shape:proef-B-o23')).toMatch(/waarom\. En die ook luistert/)
    // Taken away by the facilitator, and rewritten by its author.
    expect(onB.has('shape:proef-B-o20')).toBe(false)
    expect(onB.has('shape:proef-B-o24')).toBe(true)
  })

  it('[PA11] goes as fast as it is told', async () => {
    const { rehearsal, rest } = await aPlay({ speed: 10 })
    await rehearsal.playTo(1)
    // The last word of the first step comes in its thirteenth minute.
    const longest = Math.max(...rest.waits)
    expect(longest).toBeLessThan(90_000)
    expect(longest).toBeGreaterThan(0)
  })

  it('[PA14] leaves what was written when it is stopped', async () => {
    const stop = new AbortController()
    const { rehearsal, view } = await aPlay(
      { onProgress: ({ notes }) => notes === 3 && stop.abort(new Error('gestopt')) },
      stop,
    )
    await expect(rehearsal.playTo(17)).rejects.toThrow('gestopt')
    rehearsal.end()
    expect((await view()).peopleCount).toBeGreaterThan(2)
  })
})
