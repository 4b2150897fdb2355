import type { PictureReference } from '../../content/pieces.ts'
import { element } from './xml.ts'
import type { Xml } from './xml.ts'

/** English Metric Units: 635 for a twip. */
const EMU = 635
const BAR = { width: 60 * 12_700, height: 7 * 12_700 } as const

interface Kept {
  readonly name: string
  readonly bytes: Uint8Array
}

/** One pixel in the colour of bars, which is stretched: 11 92 107. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgjskGAAFIANOrk9rQAAAAAElFTkSuQmCC',
  'base64',
)

/** The pictures of a Word document: each is in it once, wherever it is shown. */
export class Pictures {
  readonly #given: ReadonlyMap<string, Uint8Array>
  readonly #kept = new Map<string, Kept>()
  #shown = 0

  constructor(given: ReadonlyMap<string, Uint8Array>) {
    this.#given = given
  }

  /** The files, by the names under which the body knows them. */
  get files(): ReadonlyMap<string, Kept> {
    return this.#kept
  }

  /** A picture with what there is to be seen on it; undefined when it is not there. */
  inLine(picture: PictureReference, alt: string, room: number): Xml | undefined {
    const bytes = this.#given.get(picture.sha256)
    if (bytes === undefined) return undefined
    const width = room * EMU
    const height = Math.round((width * picture.height) / picture.width)
    const most = 12_000 * EMU
    const scale = Math.min(1, most / height)
    const ending = picture.mediaType === 'image/jpeg' ? 'jpg' : 'png'
    const id = this.#keep(picture.sha256, `${picture.sha256.slice(0, 16)}.${ending}`, bytes)
    return this.#drawing(id, { width: width * scale, height: height * scale, alt })
  }

  /** A share as a bar. It says nothing that does not stand beside it, and is passed by when read aloud. */
  bar(share: number): Xml {
    const id = this.#keep('bar', 'bar.png', pixel)
    const width = Math.max(12_700, BAR.width * share)
    return this.#drawing(id, { width, height: BAR.height, alt: undefined })
  }

  #keep(key: string, name: string, bytes: Uint8Array): string {
    this.#kept.set(key, { name, bytes })
    return `picture${[...this.#kept.keys()].indexOf(key) + 1}`
  }

  #drawing(
    id: string,
    { width, height, alt }: { width: number; height: number; alt: string | undefined },
  ): Xml {
    this.#shown += 1
    const size = { cx: Math.round(width), cy: Math.round(height) }
    const decorative =
      '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    const named = { id: this.#shown, name: `Plaatje ${this.#shown}`, descr: alt ?? '' }
    return element(
      'w:r',
      {},
      element(
        'w:drawing',
        {},
        element(
          'wp:inline',
          { distT: 0, distB: 0, distL: 0, distR: 0 },
          element('wp:extent', size),
          element('wp:docPr', named, alt === undefined ? decorative : ''),
          element(
            'wp:cNvGraphicFramePr',
            {},
            element('a:graphicFrameLocks', { noChangeAspect: alt === undefined ? 0 : 1 }),
          ),
          element(
            'a:graphic',
            {},
            element(
              'a:graphicData',
              { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' },
              element(
                'pic:pic',
                {},
                element(
                  'pic:nvPicPr',
                  {},
                  element('pic:cNvPr', named),
                  element('pic:cNvPicPr', {}),
                ),
                element(
                  'pic:blipFill',
                  {},
                  element('a:blip', { 'r:embed': id }),
                  element('a:stretch', {}, element('a:fillRect', {})),
                ),
                element(
                  'pic:spPr',
                  {},
                  element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
                  element('a:prstGeom', { prst: 'rect' }, element('a:avLst', {})),
                ),
              ),
            ),
          ),
        ),
      ),
    )
  }
}
