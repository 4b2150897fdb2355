import type { AnswerStore } from './answer-store.ts'
import type { AssetStore } from './asset-store.ts'
import type { AuthorshipStore } from './authorship-store.ts'
import type { BallotStore } from './ballot-store.ts'
import type { CommandStore } from './command-store.ts'
import type { EntryStore } from './entry-store.ts'
import type { FactStore } from './fact-store.ts'
import type { GrantStore } from './grant-store.ts'
import type { ImageBoardStore } from './image-board-store.ts'
import type { IntentStore } from './intent-store.ts'
import type { MergeStore } from './merge-store.ts'
import type { MomentStore } from './moment-store.ts'
import type { VersionStore } from './version-store.ts'
import type { StoreCall } from '../tables/tables.ts'
import type { SessionRowStore } from '../tables/session-table.ts'

/** Has a call answered, wherever the tables are. */
export type Ask = (call: StoreCall) => Promise<unknown>

/** The stores that are tables. */
export interface TableStores {
  readonly sessions: SessionRowStore
  readonly commands: CommandStore
  readonly entries: EntryStore
  readonly grants: GrantStore
  readonly merges: MergeStore
  readonly moments: MomentStore
  readonly authorship: AuthorshipStore
  readonly assets: AssetStore
  readonly imageBoards: ImageBoardStore
  readonly answers: AnswerStore
  readonly intents: IntentStore
  readonly facts: FactStore
  readonly versions: VersionStore
  readonly ballots: BallotStore
}

/**
 * What each store can be asked, and which of that is one transaction because it writes. The compiler wants
 * every one of their methods.
 */
const methods: { readonly [Name in keyof TableStores]: MethodsOf<TableStores[Name]> } = {
  sessions: {
    create: 'writes',
    adopt: 'writes',
    append: 'writes',
    write: 'writes',
    stored: 'reads',
    events: 'reads',
    sessionOfBoard: 'reads',
    counting: 'reads',
  },
  commands: { keepAnswer: 'writes', findAnswer: 'reads' },
  entries: {
    addCode: 'writes',
    retireCodes: 'writes',
    moveCodes: 'writes',
    endCodesBy: 'writes',
    findCode: 'reads',
    currentCode: 'reads',
    linkVersion: 'reads',
    raiseLinkVersion: 'writes',
  },
  grants: {
    add: 'writes',
    find: 'reads',
    ofDevice: 'reads',
    ofRole: 'reads',
    remove: 'writes',
    removeOfPeople: 'writes',
  },
  merges: {
    nextNumber: 'reads',
    plan: 'writes',
    settle: 'writes',
    drop: 'writes',
    lastDone: 'reads',
    doneBefore: 'reads',
    planned: 'reads',
    plannedSessions: 'reads',
    list: 'reads',
    find: 'reads',
  },
  moments: {
    add: 'writes',
    list: 'reads',
    last: 'reads',
    find: 'reads',
    records: 'reads',
    setApplied: 'writes',
    applied: 'reads',
    drop: 'writes',
  },
  authorship: {
    enter: 'writes',
    periods: 'reads',
    marks: 'reads',
    progress: 'reads',
    addMark: 'writes',
    lateWork: 'reads',
    addLateWork: 'writes',
  },
  assets: { sizes: 'reads', mimeType: 'reads', list: 'reads', add: 'writes' },
  imageBoards: { add: 'writes', ofSession: 'reads' },
  answers: { find: 'reads', add: 'writes' },
  intents: { record: 'writes', find: 'reads', remove: 'writes', sessions: 'reads' },
  facts: { find: 'reads', set: 'writes' },
  versions: { add: 'writes', find: 'reads', list: 'reads', picture: 'reads' },
  ballots: {
    begin: 'writes',
    setOpen: 'writes',
    cast: 'writes',
    boxesOf: 'reads',
    ballotsOf: 'reads',
    sessionsToSettle: 'reads',
    destroy: 'writes',
    // It cannot be within a transaction.
    wipe: 'reads',
  },
}

type MethodsOf<Store> = { readonly [Name in keyof Store]: 'reads' | 'writes' }

/** The stores of tables that are somewhere else. */
export function storesOf(ask: Ask): TableStores {
  const stores = Object.entries(methods).map(([table, names]) => {
    const store = Object.entries(names).map(([method, how]) => {
      const about = { table: table as keyof TableStores, method, isWriting: how === 'writes' }
      const call = (...given: readonly unknown[]): Promise<unknown> => ask({ ...about, given })
      return [method, call]
    })
    return [table, Object.fromEntries(store) as object]
  })
  return Object.fromEntries(stores) as TableStores
}
