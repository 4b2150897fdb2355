import { options } from 'preact'

// Preact lets effects wait for the next picture. Until then a field that was just opened has no
// focus yet, and what somebody (or their screen reader) types at once would be lost.
options.requestAnimationFrame = (work) => queueMicrotask(work)
