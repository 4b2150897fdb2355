import italic from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2?url'
import upright from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import { getAssetUrls } from '@tldraw/assets/selfHosted'
import english from '@tldraw/assets/translations/en.json?url'
import dutch from '@tldraw/assets/translations/nl.json?url'
import type { TLUiAssetUrlOverrides } from 'tldraw'

/** The names of all that tldraw would load. */
const all = getAssetUrls()
const families = ['draw', 'sans', 'serif', 'mono']
const faces = { '': upright, _bold: upright, _italic: italic, _italic_bold: italic }

/**
 * Where tldraw finds its fonts and words: all on our own server, none at a CDN. Every typeface of
 * tldraw is Atkinson Hyperlegible Next here, which a room can read from ten metres.
 */
export const assetUrls: TLUiAssetUrlOverrides = {
  fonts: Object.fromEntries(
    families.flatMap((family) =>
      Object.entries(faces).map(([face, file]) => [`tldraw_${family}${face}`, file]),
    ),
  ),
  // tldraw loads the pictures of its menus in advance; we show none of them.
  icons: noneOf(all.icons),
  embedIcons: noneOf(all.embedIcons),
  // tldraw asks for English first, whatever the language.
  translations: { en: english, nl: dutch },
}

function noneOf(pictures: object): Record<string, string> {
  return Object.fromEntries(Object.keys(pictures).map((name) => [name, '']))
}
