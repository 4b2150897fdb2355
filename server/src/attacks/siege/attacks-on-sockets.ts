import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { Attack } from './attack.ts'
import { Scene } from './scene.ts'

/** How long an attacker keeps a socket without saying anything, in ms. */
const HOLD_MS = 4_000

/** Attacks by connections that say nothing, or nothing to the end. */
export const socketAttacks: readonly Attack[] = [
  {
    name: 'requests that are never finished',
    law: 'sockets',
    run: async ({ url }, random) => {
      const half =
        'POST /api/join HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 200\r\n\r\n{"co'
      await hold(url, Scene.between(random, 100, 500), half)
    },
  },
  {
    name: 'headers that are never finished',
    law: 'sockets',
    run: async ({ url }, random) => {
      await hold(url, Scene.between(random, 100, 500), 'GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ')
    },
  },
  {
    name: 'sockets of one device that say nothing',
    law: 'sockets',
    run: async ({ attacker, boardId, sessionId }, random) => {
      const addresses = [
        `/sync/${boardId}?as=participant&stip=1`,
        `/api/sessions/${sessionId}/feed?as=participant`,
      ]
      const sockets = Array.from({ length: Scene.between(random, 50, 200) }, (_, number) =>
        attacker.socket(addresses[number % 2] ?? ''),
      )
      await new Promise((resolve) => setTimeout(resolve, HOLD_MS))
      for (const socket of sockets) socket.terminate()
    },
  },
  {
    name: 'readers who never read',
    law: 'sockets',
    run: async (scene, random) => {
      const readers = await Promise.all(
        Array.from({ length: Scene.between(random, 3, 8) }, () => scene.line('plain')),
      )
      for (const reader of readers) reader.socket.pause()
      const { createRecord } = await import('@stip/documents')
      const { aNote } = await import('../../test/a-note.ts')
      const line = await scene.line()
      for (let turn = 0; turn < 6 && line.isOpen; turn++) {
        line.write((doc) => {
          for (let note = 0; note < 100; note++) {
            createRecord(doc, aNote(`sleep-${turn}-${note}`, 'x'.repeat(2_000)))
          }
        })
        // oxlint-disable-next-line no-await-in-loop
        await scene.dealtWith(line, line.written)
      }
    },
  },
]

async function hold(url: string, count: number, said: string): Promise<void> {
  const { hostname, port } = new URL(url)
  const sockets: Socket[] = []
  for (let number = 0; number < count; number++) {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    socket.write(said)
    sockets.push(socket)
  }
  await new Promise((resolve) => setTimeout(resolve, HOLD_MS))
  for (const socket of sockets) socket.destroy()
}
