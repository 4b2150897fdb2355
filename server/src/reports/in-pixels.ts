import type { PictureReference } from '@stip/report'
import { sha256 } from '@stip/report/hash'
import { loadSharp } from '../images/load-sharp.ts'
import type { TitledPicture } from './report-messages.ts'
import type { KeptPicture } from '../storage/stores/version-store.ts'

/** A picture that was made, and how a version names it. */
export interface NewPicture {
  /** Of which step; '' when it is of none. */
  readonly title: string
  readonly kept: KeptPicture
  readonly reference: PictureReference
}

/** Lines as pixels: what Word and every reader of PDF can show. Few colours, so that it stays small. */
export async function inPixels({ svg, width, height, title }: TitledPicture): Promise<NewPicture> {
  const sharp = await loadSharp()
  const { data } = await sharp(Buffer.from(svg))
    .flatten({ background: '#ffffff' })
    .png({ palette: true, colours: 64, effort: 2 })
    .toBuffer({ resolveWithObject: true })
  const hash = sha256(data)
  return {
    title,
    kept: { hash, bytes: data },
    reference: { sha256: hash, mediaType: 'image/png', width, height },
  }
}
