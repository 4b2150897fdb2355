/** The most of everything that a session takes. Lengths are in characters. */
export const limits = {
  nameLength: 40,
  titleLength: 120,
  groupNameLength: 40,
  people: 1000,
  groups: 12,
} as const
