// A worker has no origin to name.
// oxlint-disable unicorn/require-post-message-target-origin
import * as Y from 'yjs'
import { benchDocument } from './notes.ts'
import { visionDocument } from './vision.ts'

// Makes the board that a page is to open: as in the product, its bytes come from elsewhere, and the
// page has no document and no garbage of its own yet.

addEventListener('message', ({ data }: MessageEvent<number | 'vision'>) => {
  postMessage(Y.encodeStateAsUpdate(data === 'vision' ? visionDocument() : benchDocument(data)))
})
