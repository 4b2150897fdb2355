import type { DatabaseSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'
import type { Brought } from '../stores/brought.ts'
import type { MomentLimits } from '../stores/moment-limits.ts'
import { inTransaction } from '../database/transaction.ts'
import { bring } from '../sessions/bring.ts'
import { writeAlso } from '../sessions/write-also.ts'
import { AnswerTable } from './answer-table.ts'
import { AssetTable } from './asset-table.ts'
import { AuthorshipTable } from './authorship-table.ts'
import { BallotTable } from './ballot-table.ts'
import { CommandTable } from './command-table.ts'
import { EntryTable } from './entry-table.ts'
import { FactTable } from './fact-table.ts'
import { GrantTable } from './grant-table.ts'
import { ImageBoardTable } from './image-board-table.ts'
import { IntentTable } from './intent-table.ts'
import { MergeTable } from './merge-table.ts'
import { MomentTable } from './moment-table.ts'
import { RowCheck } from './row-check.ts'
import { SessionTable } from './session-table.ts'
import { VersionTable } from './version-table.ts'

/** The tables of all stores; each answers what its store is asked. */
export interface AllTables {
  readonly sessions: SessionTable
  readonly commands: CommandTable
  readonly entries: EntryTable
  readonly grants: GrantTable
  readonly merges: MergeTable
  readonly moments: MomentTable
  readonly authorship: AuthorshipTable
  readonly assets: AssetTable
  readonly imageBoards: ImageBoardTable
  readonly answers: AnswerTable
  readonly intents: IntentTable
  readonly facts: FactTable
  readonly versions: VersionTable
  readonly ballots: BallotTable
}

/** What a store is asked: of which table, which method, with what. */
export interface StoreCall {
  readonly table: keyof AllTables
  readonly method: string
  /** Then it is one transaction. */
  readonly isWriting: boolean
  readonly given: readonly unknown[]
}

/** In place of the usual ones. */
export interface TableLimits {
  readonly moments?: MomentLimits
}

/** All stores but those of boards, in one database. */
export class Tables {
  readonly check: RowCheck
  readonly all: AllTables
  readonly #database: DatabaseSync

  /** @param images - The folder of all images. */
  constructor(database: DatabaseSync, images: string, limits: TableLimits = {}) {
    this.#database = database
    const check = new RowCheck(database)
    this.check = check
    const beside = {
      authorship: new AuthorshipTable(database, check),
      assets: new AssetTable(database, check, images),
      imageBoards: new ImageBoardTable(database, check),
    }
    const tables = {
      commands: new CommandTable(database, check),
      entries: new EntryTable(database, check),
      grants: new GrantTable(database, check),
      merges: new MergeTable(database, check),
      moments: new MomentTable(database, check, limits.moments),
      answers: new AnswerTable(database, check),
      intents: new IntentTable(database, check),
      versions: new VersionTable(database, check),
      ballots: new BallotTable(database, check),
    }
    const together = {
      ...tables,
      bring: (sessionId: SessionId, brought: Brought): void =>
        bring({ ...tables, ...beside }, sessionId, brought),
    }
    this.all = {
      ...tables,
      ...beside,
      sessions: new SessionTable(database, check, (sessionId, also) => {
        writeAlso(together, sessionId, also)
      }),
      facts: new FactTable(database, check),
    }
  }

  /** What it writes is on disk as a whole when this returns; nothing of it when it throws. */
  answer({ table, method, isWriting, given }: StoreCall): unknown {
    const found = this.all[table] as unknown as Readonly<Record<string, Method>>
    const work = (): unknown => found[method]?.(...given)
    return isWriting ? inTransaction(this.#database, work) : work()
  }

  close(): void {
    this.#database.close()
  }
}

type Method = (...given: readonly unknown[]) => unknown
