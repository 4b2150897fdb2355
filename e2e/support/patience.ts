/**
 * How long tests wait for what has to happen, in milliseconds. They end what hangs; none is a
 * verdict on speed. Every one leaves room for a machine whose cores are all taken by others: what
 * takes a second on a quiet one takes ten there.
 */
export const patience = {
  /** Something to be seen on a screen, or a server to answer. */
  look: 90_000,
  /** A click, a key, a file that is made and handed over. */
  act: 120_000,
  /** One try of something that is tried again: longer than the slowest that is on its way. */
  oneTry: 5_000,
  /** A whole journey. */
  journey: 480_000,
} as const
