import { randomBytes } from 'node:crypto'
import { below } from '@stip/primitives'
import { Device } from '../../test/device.ts'
import type { Attack } from './attack.ts'
import { Scene } from './scene.ts'

/** Attacks by plain HTTP requests, all from the address that honest people have too. */
export const requestAttacks: readonly Attack[] = [
  {
    name: 'wrong codes',
    law: 'rates',
    run: async ({ url }, random) => {
      const [tries, devices] = [Scene.between(random, 40, 600), Scene.between(random, 1, 30)]
      const phones = Array.from({ length: devices }, () => new Device(url))
      await inParallel(tries, 8, async (number) => {
        const code = `WRNG${String(number).padStart(4, '0')}`
        await post(phones[number % devices], '/api/join/look-up', { code })
      })
    },
  },
  {
    name: 'wrong secrets of links',
    law: 'rates',
    run: async ({ url, sessionId }, random) => {
      const phone = new Device(url)
      await inParallel(Scene.between(random, 40, 400), 8, async () => {
        const secret = randomBytes(16).toString('base64url')
        const role = random() < 0.5 ? 'observer' : 'facilitator'
        await post(phone, `/api/sessions/${sessionId}/grants`, { role, secret })
      })
    },
  },
  {
    name: 'people who never come',
    law: 'rates',
    run: async ({ url, joinCode }, random) => {
      await inParallel(Scene.between(random, 200, 1_200), 8, async (number) => {
        const body = { code: joinCode, name: `Spook ${number}`, background: 'resident' }
        await post(new Device(url), '/api/join', body)
      })
    },
  },
  {
    name: 'sessions that nobody needs',
    law: 'rates',
    run: async ({ url }, random) => {
      const phone = new Device(url)
      await inParallel(Scene.between(random, 60, 150), 4, async (number) => {
        const body = { format: 'bijeenkomst-1-visie', title: `Spook ${number}`, groupCount: 3 }
        await post(phone, '/api/sessions', body)
      })
    },
  },
  {
    name: 'history, again and again',
    law: 'reads',
    run: async ({ attacker, boardId }, random) => {
      await inParallel(Scene.between(random, 300, 900), 12, async () => {
        await (await attacker.ask(`/api/boards/${boardId}/moments?as=participant`)).text()
      })
    },
  },
  {
    name: 'tickets, again and again',
    law: 'rates',
    run: async ({ attacker, boardId }, random) => {
      await inParallel(Scene.between(random, 1_000, 4_000), 12, async () => {
        await post(attacker, `/api/boards/${boardId}/ticket?as=participant`, undefined)
      })
    },
  },
  {
    name: 'exports, all at once',
    law: 'reads',
    run: async (scene, random) => {
      await fill(scene, 600)
      await inParallel(Scene.between(random, 20, 80), 20, async () => {
        const format = ['json', 'csv', 'tldr'][below(random, 3)] ?? 'json'
        const address = `/api/boards/${scene.boardId}/export.${format}?as=participant`
        await (await scene.attacker.ask(address)).text()
      })
    },
  },
  {
    name: 'photos, all at once',
    law: 'reads',
    run: async ({ attacker, boardId }, random) => {
      const photo = await aPhoto(Scene.between(random, 2_000, 6_000))
      await inParallel(Scene.between(random, 10, 30), 12, async () => {
        const answer = await attacker.ask(`/api/boards/${boardId}/images?as=participant`, {
          method: 'POST',
          headers: { 'content-type': 'image/png' },
          body: photo,
        })
        await answer.text()
      })
    },
  },
  {
    name: 'the same command from many sides',
    law: 'rates',
    run: async ({ attacker, facilitator, sessionId }, random) => {
      await inParallel(Scene.between(random, 100, 400), 10, async (number) => {
        const device = random() < 0.5 ? attacker : facilitator
        await post(device, `/api/sessions/${sessionId}/commands?as=facilitator`, {
          key: `key-${number % 9}-${sessionId}`,
          seenRevision: below(random, 30),
          command: { type: 'merge' },
        })
      })
    },
  },
  {
    name: 'names that are not what they seem',
    law: 'names',
    run: async (scene, random) => {
      const odd = [
        '\u200b',
        '\u061c',
        '\u3164',
        '\u202e',
        '\u{e0041}',
        '\ufeff',
        '\u2800',
        '\u034f',
      ]
      for (let times = 0; times < 12; times++) {
        const mark = odd[below(random, odd.length)] ?? ''
        const name = random() < 0.5 ? mark.repeat(3) : `Be${mark}geleider`
        const body = { code: scene.joinCode, name, background: 'resident' }
        // oxlint-disable-next-line no-await-in-loop
        await post(new Device(scene.url), '/api/join', body)
      }
      const view: object = await scene.facilitator.get(
        `/api/sessions/${scene.sessionId}?as=facilitator`,
      )
      const shown = JSON.stringify(view)
      if (odd.some((mark) => shown.includes(mark))) throw new Error('Shown: what nobody can see.')
    },
  },
]

/** Puts notes on the board, so that reading it costs something. */
async function fill(scene: Scene, notes: number): Promise<void> {
  const { createRecord } = await import('@stip/documents')
  const { aNote } = await import('../../test/a-note.ts')
  const line = await scene.lineOf(scene.facilitator, 'facilitator')
  line.write((doc) => {
    for (let note = 0; note < notes; note++) createRecord(doc, aNote(`full-${note}`, 'Een bank'))
  })
  await scene.dealtWith(line, line.written)
}

async function aPhoto(width: number): Promise<Blob> {
  const { default: sharp } = await import('sharp')
  const picture = { width, height: width, channels: 3 as const, background: '#0b5fa5' }
  const bytes = await sharp({ create: picture }).png().toBuffer()
  return new Blob([new Uint8Array(bytes)])
}

/** Does something a number of times, some at a time; that one fails says nothing about others. */
async function inParallel(
  times: number,
  atOnce: number,
  work: (number: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < times) {
      const number = next++
      // oxlint-disable-next-line no-await-in-loop
      await work(number).catch(() => undefined)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

async function post(device: Device | undefined, path: string, body: unknown): Promise<void> {
  const answer = await device?.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  await answer?.text()
}
