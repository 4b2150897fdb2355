import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '../api/api.ts'
import { historyApi } from '../api/history-api.ts'
import { courseApi } from '../api/course-api.ts'
import { commandApi } from '../api/command-api.ts'
import { leadApi } from '../api/lead-api.ts'
import { noteApi } from '../api/note-api.ts'
import { type Answer, get, limitMs, post } from './ask.ts'
import { askOnce, dropIntent } from './intent.ts'
import { askPerPress } from './per-press.ts'
import { newKey } from './keys.ts'
import { rehearsalApi } from '../api/rehearsal-api.ts'
import { screenApi } from '../api/screen-api.ts'

interface Asked {
  readonly path: string
  readonly key: string | null
  readonly body: unknown
}

/** What the server does with the next questions; the last one stays. */
type Behaviour =
  | 'answers'
  | 'is-silent'
  | 'is-away'
  | 'carries-out-and-breaks'
  | 'breaks-off-half-way'
  | 'proxy-says-502'
  | 'refuses'

let asked: Asked[]
let done: Map<string, number>
let behaviours: Behaviour[]

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  done = new Map()
  behaviours = ['answers']
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  })
  vi.stubGlobal('fetch', aServer)
})

afterEach(() => {
  for (const kind of ['join', 'command']) dropIntent(kind)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const mixing = { command: { type: 'mix-groups' }, seenRevision: 1 } as const

const posts = {
  createSession: () => leadApi.createSession({ format: 'a', title: 'b', groupCount: 2 }, newKey()),
  lookUpCode: () => api.lookUpCode('K7QF2M9P', newKey()),
  join: () => api.join({ code: 'K7QF2M9P', name: 'Anna', background: 'resident' }, newKey()),
  exchange: () => api.exchange('avond', { role: 'wall', secret: 'x' }, newKey()),
  renewLink: () => leadApi.renewLink('avond', 'wall', newKey()),
  claim: () => screenApi.claim('avond', { code: '4821' }, newKey()),
  begin: () => rehearsalApi.begin('avond', newKey()),
}

describe('a server that takes the connection and says nothing', () => {
  const questions = {
    ...posts,
    formats: () => leadApi.formats(),
    myGrants: () => api.myGrants(),
    leave: () => api.leave('avond'),
    parts: () => api.parts('avond', 'wall', ''),
    agenda: () => api.agenda('avond', 'wall', 'hash'),
    course: () => courseApi.course('avond', 7),
    links: () => leadApi.links('avond'),
    howFar: () => rehearsalApi.howFar('avond'),
    stop: () => rehearsalApi.stop('avond'),
    open: () => screenApi.open(),
    ask: () => screenApi.ask('geheim'),
    command: () => commandApi.command('avond', 'facilitator', mixing, newKey()),
    sendNote: () => noteApi.sendNote('bord', { id: newKey(), zone: 'shape:vak', words: 'Hoi' }),
    moments: () => historyApi.moments('bord', 'wall'),
    momentRecords: () => historyApi.momentRecords('bord', 1, 'wall'),
    provenance: () => historyApi.provenance('bord', 'shape:a', 'wall'),
  }

  it('is asked nothing that has no limit', () => {
    const apis = [api, leadApi, commandApi, courseApi, noteApi, historyApi, screenApi, rehearsalApi]
    const all = apis.flatMap((each) => Object.keys(each))
    expect(Object.keys(questions).toSorted()).toEqual(all.toSorted())
  })

  it.each(Object.entries(questions))('does not keep %s waiting for ever', async (_, ask) => {
    behaviours = ['is-silent']
    const answer = ask()
    await vi.advanceTimersByTimeAsync(10 * limitMs.long)
    await expect(answer).resolves.toMatchObject({ ok: false, status: 0 })
  })

  it('is waited for longer where a server draws all boards, for a version', async () => {
    behaviours = ['is-silent']
    const save = { command: { type: 'save-version' }, seenRevision: 1 } as const
    const ended: string[] = []
    const wait = async (name: string, seen: Parameters<typeof commandApi.command>[2]) => {
      await commandApi.command('avond', 'facilitator', seen, newKey())
      ended.push(name)
    }
    void wait('mixing', mixing)
    void wait('saving', save)
    await vi.advanceTimersByTimeAsync(limitMs.work)
    expect(ended).toEqual(['mixing'])
    await vi.advanceTimersByTimeAsync(limitMs.long)
    expect(ended).toEqual(['mixing', 'saving'])
  })

  it('is asked anew, and may answer then', async () => {
    behaviours = ['is-silent', 'answers']
    const answer = get('/api/formats')
    await vi.advanceTimersByTimeAsync(limitMs.usual + 600)
    await expect(answer).resolves.toMatchObject({ ok: true })
  })

  it('is no other when it begins an answer and never ends it', async () => {
    behaviours = ['breaks-off-half-way', 'answers']
    const answer = post('/api/join', {}, newKey())
    await vi.advanceTimersByTimeAsync(limitMs.usual + 600)
    await expect(answer).resolves.toMatchObject({ ok: true })
  })
})

describe('what is asked to be done is done once', () => {
  it.each(Object.entries(posts))('%s keeps its key when the answer is lost', async (_, ask) => {
    behaviours = ['carries-out-and-breaks', 'is-away', 'proxy-says-502', 'answers']
    const answer = ask()
    await vi.runAllTimersAsync()
    await expect(answer).resolves.toMatchObject({ ok: true })
    expect(asked).toHaveLength(4)
    expect([...done.values()]).toEqual([1])
    expect(asked[0]?.key).toMatch(/^[\w-]{22,}$/)
  })

  it('a command is known by the same key in head and body', async () => {
    await commandApi.command('avond', 'facilitator', mixing, newKey())
    expect(asked[0]?.body).toMatchObject({ key: asked[0]?.key })
  })

  it('a button that is pressed again repeats what was lost, and a changed form is something else', async () => {
    behaviours = ['carries-out-and-breaks', 'is-away', 'is-away', 'is-away', 'answers']
    expect(await join('Anna')).toMatchObject({ ok: false, status: 0 })
    expect(await join('Anna')).toMatchObject({ ok: true })
    expect(done.size).toBe(1)
    expect(await join('Bram')).toMatchObject({ ok: true })
    expect(await join('Anna')).toMatchObject({ ok: true })
    expect(done.size).toBe(3)
  })

  it('a page that is loaded again in between knows what it asked', async () => {
    behaviours = ['is-silent']
    void askOnce('join', 'Anna', (key) => post('/api/join', 'Anna', key))
    await vi.advanceTimersByTimeAsync(100)
    const kept = sessionStorage.getItem('stip:intent:join')
    dropIntent('join')
    sessionStorage.setItem('stip:intent:join', kept ?? '')
    behaviours = ['answers']
    await askOnce('join', 'Anna', (key) => post('/api/join', 'Anna', key))
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1)
  })

  it('a refusal is an answer: what comes next has a key of its own', async () => {
    behaviours = ['refuses', 'answers']
    for (let press = 0; press < 2; press++) {
      // oxlint-disable-next-line no-await-in-loop
      await askOnce('join', 'Anna', (key) => post('/api/join', 'Anna', key))
    }
    expect(new Set(asked.map(({ key }) => key)).size).toBe(2)
  })

  it('one minute more, twice, is two minutes, also when the first is under way', async () => {
    const both = [press('minute'), press('minute')]
    await vi.runAllTimersAsync()
    await Promise.all(both)
    expect(done.size).toBe(2)
  })

  it('the same button an hour later means something new, though the first was lost', async () => {
    behaviours = ['carries-out-and-breaks', 'is-away', 'is-away', 'is-away', 'answers']
    await pressAndWait('minute')
    await vi.advanceTimersByTimeAsync(3_600_000)
    await pressAndWait('minute')
    expect(done.size).toBe(2)
  })

  it('who leaves a lost command be begins anew', async () => {
    behaviours = ['carries-out-and-breaks', 'is-away', 'is-away', 'is-away', 'answers']
    await pressAndWait('add')
    await pressAndWait('add')
    expect(done.size).toBe(1)
    behaviours = ['carries-out-and-breaks', 'is-away', 'is-away', 'is-away', 'answers']
    await pressAndWait('add')
    dropIntent('command')
    await pressAndWait('add')
    expect(done.size).toBe(3)
  })
})

function aServer(path: string, { method, headers, body, signal }: RequestInit): Promise<Response> {
  const key = new Headers(headers).get('idempotency-key')
  const behaviour = (behaviours.length > 1 ? behaviours.shift() : behaviours[0]) ?? 'answers'
  asked.push({ path, key, body: typeof body === 'string' ? JSON.parse(body) : undefined })
  const carryOut = (): void => {
    if (method === 'POST') done.set(key ?? newKey(), 1)
  }
  const never = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })
  switch (behaviour) {
    case 'is-silent':
      return never
    case 'is-away':
      return Promise.reject(new TypeError('Failed to fetch'))
    case 'carries-out-and-breaks':
      carryOut()
      return Promise.reject(new TypeError('Failed to fetch'))
    case 'breaks-off-half-way':
      return Promise.resolve({ ok: true, status: 200, text: () => never } as unknown as Response)
    case 'proxy-says-502':
      return Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }))
    case 'refuses':
      return Promise.resolve(Response.json({ code: 'X', message: 'Nee.' }, { status: 409 }))
    default:
      carryOut()
      return Promise.resolve(Response.json({ key }))
  }
}

async function join(name: string): Promise<Answer<unknown>> {
  const answer = askOnce('join', { name }, (key) => post('/api/join', { name }, key))
  await vi.runAllTimersAsync()
  return answer
}

function press(what: string): Promise<Answer<unknown>> {
  return askPerPress('command', what, (key) => post('/api/x', what, key))
}

async function pressAndWait(what: string): Promise<Answer<unknown>> {
  const answer = press(what)
  await vi.runAllTimersAsync()
  return answer
}
