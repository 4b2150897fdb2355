import { expect, it } from 'vitest'
import type { AssetStore } from '../asset-store.ts'
import type { ImageBoardStore } from '../image-board-store.ts'

/** What every store of images promises; `open` makes an empty one. */
export function describeAssetStore(name: string, open: () => AssetStore): void {
  it(`[ST8] [X34] ${name} counts images for who added them first, once for each session`, async () => {
    const store = open()
    const [one, other] = [anImage('one', 100), anImage('other', 30)]
    await store.add('avond', { ...one, person: 'Anna' })
    await store.add('avond', { ...one, person: 'Bram' })
    expect(await store.sizes('avond', 'Anna')).toEqual({ person: 100, session: 100, all: 100 })
    await store.add('avond', { ...other, person: 'Bram' })
    await store.add('middag', { ...one, person: 'Anna' })
    expect(await store.sizes('avond', 'Anna')).toEqual({ person: 100, session: 130, all: 230 })
    expect(await store.sizes('avond', 'Bram')).toEqual({ person: 30, session: 130, all: 230 })
    expect(await store.mimeType('avond', 'other')).toBe('image/webp')
    expect(await store.mimeType('middag', 'other')).toBeUndefined()
    const names = (await store.list('avond')).map(({ name, mimeType }) => [name, mimeType])
    expect(names).toEqual([
      ['one', 'image/webp'],
      ['other', 'image/webp'],
    ])
    expect(await store.list('ochtend')).toEqual([])
  })
}

/** What every store of the boards of images promises. */
export function describeImageBoardStore(name: string, open: () => ImageBoardStore): void {
  it(`[ST8] ${name} keeps on which boards images were put, once each`, async () => {
    const store = open()
    const [one, other] = ['bord-a', 'bord-b'].map((boardId) => ({ name: 'foto.webp', boardId }))
    if (one === undefined || other === undefined) throw new Error('There are two.')
    expect(await store.ofSession('avond')).toEqual([])
    await store.add('avond', one)
    await store.add('avond', other)
    await store.add('avond', one)
    await store.add('middag', one)
    expect(await store.ofSession('avond')).toEqual([one, other])
    expect(await store.ofSession('middag')).toEqual([one])
  })
}

function anImage(name: string, bytes: number) {
  return { name, bytes, mimeType: 'image/webp' }
}
