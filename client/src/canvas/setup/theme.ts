import { DefaultColorThemePalette } from 'tldraw'
import type { ToolColor } from './colors.ts'

/** Paper of notes: lighter than tldraw's, so that black words stand out on a beamer. */
const notePapers: Partial<Record<ToolColor, string>> = {
  yellow: '#FFE58A',
  'light-green': '#CBE8B5',
  'light-blue': '#BFE0F5',
  'light-red': '#FBCDCB',
  'light-violet': '#E0D0F4',
  orange: '#FFCB94',
}

/** Gives tldraw our colours; once for the page, because tldraw keeps one palette for all boards. */
export function applyOwnColors(): void {
  DefaultColorThemePalette.lightMode.background = '#FBFAF7'
  for (const [name, fill] of Object.entries(notePapers)) {
    const color = DefaultColorThemePalette.lightMode[name as ToolColor]
    color.note.fill = fill
    color.note.text = '#1B1F24'
  }
}
