/** Why a command was not carried out. Stable words; screens translate them. */
export type CommandRefusal =
  /** Whoever gave it is not among those who may. */
  | 'not-allowed'
  /** The sender looked at an older revision, and what changed since matters to this command. */
  | 'session-has-moved-on'
  | 'session-is-over'
  | 'session-is-not-over'
  | 'no-such-step'
  | 'no-such-person'
  | 'no-such-group'
  | 'no-such-board'
  | 'too-many-boards'
  | 'no-clock'
  | 'nobody-to-mix'
  | 'nothing-to-undo'
  | 'text-too-long'
  | 'text-missing'
  | 'session-is-full'
  /** There is no statement on the vision yet. */
  | 'nothing-to-save'
  /** More was decided about cards than a session keeps. */
  | 'vision-is-full'
  /** A device on which a person takes part is no screen of a group. */
  | 'screen-takes-part'
  | 'no-such-question'
  /** A room has one question at a time. */
  | 'question-is-open'
  | 'too-many-questions'
  /** There is nothing on the board to ask about. */
  | 'nothing-to-ask'
