import { readFileSync } from 'node:fs'
import type { Role } from '@stip/api'
import { formats, VisionContent } from '@stip/report'
import { sealed, sha256 } from '@stip/report/hash'
import { describe, expect, it } from 'vitest'
import type { Device } from '../../test/device.ts'
import { openStorage } from '../../storage/storage.ts'
import { aServer, aSession } from '../../test/a-server.ts'

describe('the documents of a saved version', () => {
  it('[P30] are there in every format for who led, looked on and took part', async () => {
    const { ask, facilitator, anna } = await anEveningWithVision()
    const kinds = formats.map((format) => `document.${format}`)
    const reports = ['pdf', 'docx', 'html', 'md'].map((format) => `participation.${format}`)
    for (const name of [...kinds, ...reports]) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await ask(facilitator, '1', name)
      expect([name, answer.status]).toEqual([name, 200])
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
    const pdf = await ask(anna, '1', 'document.pdf', 'participant')
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('[P30] are of that version: the JSON has its hash, the others show it', async () => {
    const { ask, facilitator, hash } = await anEveningWithVision()
    const json = await ask(facilitator, '1', 'document.json')
    expect(sha256(new Uint8Array(await json.arrayBuffer()))).toBe(hash)
    const html = await (await ask(facilitator, '1', 'document.html')).text()
    expect(html).toContain(hash.match(/.{8}/g)?.join(' '))
    expect(html).toContain('data:image/png;base64,')
    const next = await (await ask(facilitator, '1.1', 'document.html')).text()
    expect(next).toContain('Wat er veranderd is sinds versie 1')
  })

  it('[P30] are for nobody else, and of no version that is not there', async () => {
    const { ask, facilitator, stranger, session } = await anEveningWithVision()
    expect((await ask(stranger, '1', 'document.pdf')).status).toBe(403)
    expect((await ask(facilitator, '1', 'document.pdf', 'participant')).status).toBe(403)
    expect((await ask(facilitator, '1', 'document.pdf', 'wall')).status).toBe(400)
    const path = `/api/sessions/${session.id}/vision/2/document.pdf?as=facilitator`
    expect(await facilitator.getRefused(path)).toMatchObject({ code: 'no-such-version' })
  })
})

/** An evening of which versions 1 and 1.1 were saved. */
async function anEveningWithVision() {
  const first = await aServer()
  const session = await aSession(first)
  const { device: anna } = await session.newParticipant('Anna')
  await first.app.close()
  const storage = await openStorage(first.dataDir)
  const content = VisionContent.parse(JSON.parse(String(fixture('sterrenveld.json'))))
  const { hash, text } = sealed(content)
  const pictures = ['a', 'b', 'c'].map((letter) => fixture(`drawing-${letter}.png`))
  const kept = pictures.map((bytes) => ({ hash: sha256(bytes), bytes }))
  await storage.versions.add(session.id, { number: '1', hash, at: 1, content: text }, kept)
  const next = sealed({
    ...content,
    version: { number: '1.1', isDecision: false, previous: hash },
    statements: content.statements.slice(1),
  })
  const second = { number: '1.1', hash: next.hash, at: 2, content: next.text }
  await storage.versions.add(session.id, second, [])
  await storage.close()
  const server = await first.restart()
  const again = (device: Device): Device =>
    Object.assign(server.newDevice(), { cookie: device.cookie })
  const ask = (device: Device, number: string, name: string, as: Role = 'facilitator') =>
    device.ask(`/api/sessions/${session.id}/vision/${number}/${name}?as=${as}`)
  return {
    ask,
    hash,
    session,
    facilitator: again(session.facilitator),
    anna: again(anna),
    stranger: server.newDevice(),
  }
}

function fixture(name: string): Buffer {
  const folder = '../../../../packages/report/src/test/fixtures/'
  return readFileSync(new URL(folder + name, import.meta.url))
}
