import italicExtended from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-italic.woff2?url'
import extended from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?url'
import hebrew from '@fontsource-variable/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-wght-normal.woff2?url'
import cyrillicExtended from '@fontsource-variable/noto-sans/files/noto-sans-cyrillic-ext-wght-normal.woff2?url'
import cyrillic from '@fontsource-variable/noto-sans/files/noto-sans-cyrillic-wght-normal.woff2?url'
import greek from '@fontsource-variable/noto-sans/files/noto-sans-greek-wght-normal.woff2?url'
import vietnamese from '@fontsource-variable/noto-sans/files/noto-sans-vietnamese-wght-normal.woff2?url'
import arabic from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url'
import arabicBold from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff2?url'
import arrows from '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2?url&signs=arrows'
import marks from '@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2?url&signs=marks'
import { DefaultFontFaces, DefaultFontFamilies, defaultAddFontsFromNode } from 'tldraw'
import type { TLDefaultFontStyle, TLFontFace, TLTextOptions } from 'tldraw'
import { scriptsIn, unicodeRange } from './scripts.ts'
import type { ScriptName } from './scripts.ts'

/** Letters of other scripts, behind every typeface of a board: on screen in `canvas.css`. */
const FAMILY = 'stip_scripts'

/** Where words are drawn as SVG by ourselves. */
export const svgFontFamily = `tldraw_sans, ${FAMILY}, sans-serif`

/** Puts them behind tldraw's typefaces in pictures too; once for the page, as it keeps one list. */
export function applyScriptFonts(): void {
  for (const font of Object.keys(DefaultFontFamilies) as TLDefaultFontStyle[]) {
    const family = DefaultFontFamilies[font]
    if (!family.includes(FAMILY)) {
      DefaultFontFamilies[font] = family.replace(',', `, ${FAMILY},`)
    }
  }
}

interface Look {
  readonly family: string
  readonly weight: string
  readonly style: string
}

/** Words that look as most words on a board do. */
export const plainLook: Look = { family: 'tldraw_sans', weight: 'normal', style: 'normal' }

/** Files with every weight, but for Arabic: there all weights in one are three times as large. */
const files: Record<Exclude<ScriptName, 'latinExtended'>, { normal: string; bold?: string }> = {
  vietnamese: { normal: vietnamese },
  greek: { normal: greek },
  cyrillic: { normal: cyrillic },
  cyrillicExtended: { normal: cyrillicExtended },
  arabic: { normal: arabic, bold: arabicBold },
  hebrew: { normal: hebrew },
  arrows: { normal: arrows },
  marks: { normal: marks },
}

const faces = new Map<string, TLFontFace>()

/**
 * The typefaces that words need besides the usual ones: none for Dutch. tldraw fetches them for what
 * is on the board, and puts them into pictures of it.
 */
export function scriptFaces(text: string, look: Look): readonly TLFontFace[] {
  return scriptsIn(text).map((script) => {
    const face = script === 'latinExtended' ? extendedFace(look) : faceOf(script, look)
    // tldraw knows a typeface by its object.
    const key = [script, face.family, face.weight, face.style].join()
    const known = faces.get(key) ?? face
    faces.set(key, known)
    return known
  })
}

/** What {@link scriptFaces} finds in words without any markup, and the usual typeface with it. */
export function plainFaces(
  text: string,
  font: TLDefaultFontStyle,
  weight: 'normal' | 'bold' = 'normal',
): TLFontFace[] {
  const family = `tldraw_${font}` as const
  return [
    DefaultFontFaces[family].normal[weight],
    ...scriptFaces(text, { family, weight, style: 'normal' }),
  ]
}

/** For the text editor of tldraw: also the typefaces for what a text is written in. */
export const addFontsFromNode: NonNullable<TLTextOptions['addFontsFromNode']> = (
  node,
  state,
  addFont,
) => {
  const look = defaultAddFontsFromNode(node, state, addFont)
  for (const face of scriptFaces(node.text ?? '', look)) addFont(face)
  return look
}

/** The rest of our Latin letters belongs to the typeface that has the others. */
function extendedFace({ family, weight, style }: Look): TLFontFace {
  const url = style === 'italic' ? italicExtended : extended
  return { family, weight, style, src: woff2(url), unicodeRange: unicodeRange('latinExtended') }
}

/** Upright only: browsers slant letters of scripts that have no italics of their own. */
function faceOf(script: keyof typeof files, { weight }: Look): TLFontFace {
  const { normal, bold = normal } = files[script]
  return {
    family: FAMILY,
    weight,
    style: 'normal',
    src: woff2(weight === 'bold' ? bold : normal),
    unicodeRange: unicodeRange(script),
  }
}

function woff2(url: string): TLFontFace['src'] {
  return { url, format: 'woff2' }
}
