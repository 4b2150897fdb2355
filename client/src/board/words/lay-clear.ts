// By itself: the list fetches it when a note got longer or came back.
export { layClear } from '@stip/board'
