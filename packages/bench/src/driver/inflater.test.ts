import { constants, createDeflateRaw, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { deflated, Inflater } from './inflater.ts'

describe('packed messages', () => {
  it('come out as they went in, each by itself', () => {
    const inflater = new Inflater(false)
    for (const text of ['a', 'move '.repeat(50), 'x'.repeat(300_000)]) {
      expect(inflater.inflate(deflated(Buffer.from(text))).toString()).toBe(text)
    }
    expect(inflater.isStateless).toBe(true)
  })

  it('are the same bytes whatever was packed before', () => {
    const once = deflated(Buffer.from('the same'))
    deflated(Buffer.from('the same, and something else'))
    expect(deflated(Buffer.from('the same'))).toEqual(once)
    const plain = deflateRawSync('the same', { finishFlush: constants.Z_SYNC_FLUSH })
    expect(once).toEqual(plain.subarray(0, -4))
  })

  it('may refer to those before them when that was agreed on', async () => {
    const packer = createDeflateRaw()
    const texts = ['a board with notes', 'a board with more notes', 'z'.repeat(200_000)]
    const inflater = new Inflater(true)
    for (const text of texts) {
      const packed = await new Promise<Buffer>((resolve) => {
        packer.write(text)
        packer.flush(constants.Z_SYNC_FLUSH, () => resolve(packer.read() as Buffer))
      })
      expect(inflater.inflate(packed.subarray(0, -4)).toString()).toBe(text)
    }
  })
})
