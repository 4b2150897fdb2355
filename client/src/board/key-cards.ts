/** Points that a group is asked to choose (hoofdpunten). */
export const KEY_CARDS_WANTED = 5
