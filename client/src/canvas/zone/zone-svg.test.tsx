// @vitest-environment jsdom
import type { ZoneProps } from '@stip/documents'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ZoneSvg } from './zone-svg.tsx'

describe('[I65] the title of a zone in a picture', () => {
  it('stands where it stood, and is read in its own direction', () => {
    expect(svgOf('(1) שלום!')).toContain('direction="rtl" text-anchor="end">(1) שלום!</text>')
    expect(svgOf('Groen שלום')).not.toContain('direction')
  })
})

function svgOf(title: string): string {
  const looks = { color: 'white', style: 'area', letter: '' } as const
  const zone: ZoneProps = { w: 600, h: 400, title, question: '', ...looks }
  return renderToStaticMarkup(<ZoneSvg {...zone} />)
}
