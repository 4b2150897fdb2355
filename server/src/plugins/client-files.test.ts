import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientFiles } from './client-files.ts'

let folder: string
let server: FastifyInstance

beforeEach(async () => {
  folder = aBuiltClient()
  server = fastify()
  await server.register(clientFiles, { folder })
})

afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

describe.each(['', 'gzip, br', 'identity'])('to somebody who accepts "%s"', (encoding) => {
  it.each(['/', '/doe-mee', '/s/abc/console', '/assets', '/assets/', '/?from=poster'])(
    '[H6] %s is a screen',
    async (url) => {
      const answer = await server.inject({ url, headers: { 'accept-encoding': encoding } })
      expect(answer.statusCode).toBe(200)
      expect(answer.body).toContain('Stip')
      expect(answer.headers['cache-control']).toBe('no-cache')
    },
  )

  it('[H6] a file is a file, kept for good when its name says what is in it', async () => {
    const answer = await server.inject({
      url: '/assets/a-1234.js',
      headers: { 'accept-encoding': encoding },
    })
    expect(answer.body).toBe('1')
    expect(answer.headers['cache-control']).toContain('immutable')
  })

  it('[H6] a file that is not there is not a screen', async () => {
    const answer = await server.inject({
      url: '/assets/gone-5678.js',
      headers: { 'accept-encoding': encoding },
    })
    expect(answer.statusCode).toBe(404)
  })
})

function aBuiltClient(): string {
  const made = mkdtempSync(join(tmpdir(), 'stip-client-'))
  mkdirSync(join(made, 'assets'))
  writeFileSync(join(made, 'index.html'), '<title>Stip</title>')
  writeFileSync(join(made, 'assets', 'a-1234.js'), '1')
  return made
}
