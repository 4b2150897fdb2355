import { afterEach, expect, it, vi } from 'vitest'
import { Device, RefusedError } from './device.ts'
import { Rest } from './rest.ts'

afterEach(() => vi.unstubAllGlobals())

/** Waits for nothing, and remembers for how long it should have. */
class NoRest extends Rest {
  readonly waits: number[] = []

  constructor(stop = new AbortController()) {
    super(stop.signal)
  }

  override async forMs(ms: number): Promise<void> {
    this.waits.push(ms)
  }
}

function aDevice(rest: Rest, ...answers: readonly Response[]): Device {
  const left = [...answers]
  vi.stubGlobal('fetch', async () => left.shift())
  return new Device({ url: 'http://stip', origin: 'http://stip', rest })
}

function busy(headers: Record<string, string>, status: number): Response {
  return new Response('{"code":"busy","message":"Wacht even."}', { status, headers })
}

it('[PA13] waits as long as the server says, and asks again', async () => {
  const rest = new NoRest()
  const device = aDevice(
    rest,
    busy({ 'retry-after': '7' }, 429),
    busy({}, 503),
    new Response('{"personId":"anna"}', { status: 200 }),
  )
  expect(await device.post('/api/join', {})).toEqual({ personId: 'anna' })
  expect(rest.waits).toEqual([7000, 1500])
})

it('[PA13] is told why when waiting does not help', async () => {
  const body = '{"code":"code-expired","message":"Deze code is verlopen."}'
  const device = aDevice(new NoRest(), new Response(body, { status: 410 }))
  const refusal = await device.post('/api/join', {}).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(RefusedError)
  expect(refusal).toMatchObject({ code: 'code-expired', message: 'Deze code is verlopen.' })
})

it('[PA14] a rest ends at once when the play is stopped', async () => {
  const stop = new AbortController()
  const resting = new Rest(stop.signal).forMs(3_600_000)
  stop.abort(new Error('gestopt'))
  await expect(resting).rejects.toThrow('gestopt')
})
