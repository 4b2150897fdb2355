/** The most of everything that a session takes. Lengths are in characters. */
export const limits = {
  nameLength: 40,
  titleLength: 120,
  groupNameLength: 40,
  /** Who is here; who left, or was taken off the list, leaves their place. */
  people: 1000,
  /** All who ever came, because what they wrote carries their name. */
  peopleEver: 5000,
  /** Of those here, who have a code but whose screen never opened; the earliest give way. */
  unseenPeople: 400,
  groups: 12,
  /** Screens on which groups draw together, of all groups. */
  screens: 60,
  /** Boards of one person or of a circle, and the people of one circle. */
  privateBoards: 2000,
  circle: 40,
  clusterNameLength: 80,
  /** Why a card is in no statement. */
  reasonLength: 280,
  /** Decisions about cards on the vision that stand at once. */
  visionFields: 20_000,
} as const
