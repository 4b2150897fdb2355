/** As large as tldraw makes a note, in board units before its scale. */
export const NOTE_SIDE = 200
