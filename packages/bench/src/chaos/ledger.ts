/** What became of every edit of one board, as its writers and readers know it. */
export class Ledger {
  /** Everything that was ever sent, by record, with what has to be read back. */
  readonly issued = new Map<string, string>()
  /** The server said 'saved'. */
  readonly acknowledged = new Set<string>()
  /** Somebody else had it on the screen. */
  readonly broadcast = new Set<string>()
}

/** How a board that was read differs from what people were told about it. */
export interface Difference {
  readonly lost: readonly string[]
  readonly altered: readonly string[]
  readonly unissued: readonly string[]
  /** 1 when something of what somebody was shown is not there: letters, marks and deletions too. */
  readonly unlike: number
}

/** @param found - Every record on the board, with what it says. */
export function compare(ledger: Ledger, found: ReadonlyMap<string, string>): Difference {
  const told = new Set([...ledger.acknowledged, ...ledger.broadcast])
  return {
    lost: [...told].filter((record) => !found.has(record)),
    altered: [...found.keys()].filter(
      (record) => ledger.issued.has(record) && ledger.issued.get(record) !== found.get(record),
    ),
    unissued: [...found.keys()].filter((record) => !ledger.issued.has(record)),
    unlike: 0,
  }
}

export function isSame({ lost, altered, unissued, unlike }: Difference): boolean {
  return lost.length + altered.length + unissued.length + unlike === 0
}
