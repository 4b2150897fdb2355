import type { Role, SessionView } from '@stip/api'
import { trayOf } from '@stip/board'
import type { MergeGroup, Tray } from '@stip/board'
import { readBoard, storedAsShown } from '@stip/documents/light'
import { connectBoard } from '@stip/sync/client'
import { useEffect, useState } from 'react'
import * as Y from 'yjs'
import { syncUrl } from '../../live/api/api.ts'

/** What is not on the vision changes slowly; reading all boards does not have to keep up with pens. Milliseconds. */
const EVERY_MS = 700

/** Follows what of all groups is not on the vision; undefined until every board was read. */
export function useTray(view: SessionView, as: Role): Tray | undefined {
  const [tray, setTray] = useState<Tray>()
  const boards = boardsIn(view)
  // A view comes with everything that happens; boards and groups only rarely change.
  const key = JSON.stringify(boards)
  useEffect(() => {
    const wanted = JSON.parse(key) as typeof boards
    const documents = new Map<string, Y.Doc>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const connections = wanted.map(({ id }) => {
      const document = new Y.Doc()
      documents.set(id, document)
      const connection = connectBoard({
        url: syncUrl(),
        boardId: id,
        parameters: { as },
        document,
        store: false,
      })
      document.on('update', plan)
      return { document, connection, stop: connection.subscribe(plan) }
    })

    function plan(): void {
      timer ??= setTimeout(look, EVERY_MS)
    }

    function look(): void {
      timer = undefined
      if (!connections.every(({ connection }) => connection.isLoaded)) return
      const vision = wanted.find(({ group }) => group === undefined)
      const groups = wanted.flatMap(({ id, group }) =>
        group === undefined
          ? []
          : [
              {
                board: id,
                group: groupOf(group),
                records: storedAsShown(recordsOf(documents, id)),
              },
            ],
      )
      setTray(
        trayOf({
          boards: groups,
          vision: vision === undefined ? [] : recordsOf(documents, vision.id),
        }),
      )
    }

    return () => {
      clearTimeout(timer)
      for (const { document, connection, stop } of connections) {
        stop()
        connection.destroy()
        document.destroy()
      }
    }
  }, [key, as])
  return tray
}

interface BoardToRead {
  readonly id: string
  /** Undefined for the vision. */
  readonly group:
    | { readonly id: string; readonly letter: string; readonly name: string }
    | undefined
}

function boardsIn(view: SessionView): readonly BoardToRead[] {
  const groups = view.groups.map(({ boardId, id, letter, name }) => ({
    id: boardId,
    group: { id, letter, name },
  }))
  const vision = view.boards.find(({ kind }) => kind === 'vision')
  return vision === undefined ? groups : [...groups, { id: vision.id, group: undefined }]
}

/** Colours are those of screens here. */
function groupOf(group: NonNullable<BoardToRead['group']>): MergeGroup {
  return { ...group, color: 'white' }
}

function recordsOf(documents: ReadonlyMap<string, Y.Doc>, id: string) {
  return readBoard(documents.get(id) ?? new Y.Doc())
}
