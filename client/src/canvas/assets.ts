import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import italic from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2?url'
import upright from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import type { TLUiAssetUrlOverrides } from 'tldraw'

const own = getAssetUrlsByImport()

/**
 * Where tldraw finds its fonts, icons and words: all from our own server, none from a CDN.
 * Every typeface of tldraw is Atkinson Hyperlegible Next here, which a room can read from ten metres.
 */
export const assetUrls: TLUiAssetUrlOverrides = {
  ...own,
  fonts: Object.fromEntries(
    Object.keys(own.fonts ?? {}).map((name) => [name, name.includes('italic') ? italic : upright]),
  ),
}
