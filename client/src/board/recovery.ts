// Judging what is brought to another board takes all of tldraw's schema: loaded when it is needed.
export { lostWork, recoverWork } from '@stip/documents'
