import { collect, planMerge } from '@stip/board'
import type { BoardRecord, CollectPlace, SourceBoard, StoredRecord } from '@stip/board'
import { aNote, richText } from '@stip/documents/examples'

/** How long the plan of a merge takes, and how many writes it makes. */
export interface PlanFigures {
  readonly what: string
  readonly collectMs: number
  readonly besideMs: number
  readonly writes: number
  /** Of a merge after that, in which nobody did anything. */
  readonly writesAgain: number
}

/** Measures the plans of a merge of so many boards: the vision, and all boards beside each other. */
export function measurePlans(boards: number, records: number): PlanFigures {
  const sources = Array.from({ length: boards }, (_, at) => aBoard(at, records))
  const input = { boards: sources, vision: [] as StoredRecord[], merge: 1 }
  const places: CollectPlace[] = []
  const [collectMs, collected] = timed(() => collect({ ...input, places }))
  const [besideMs, beside] = timed(() => planMerge(input))
  const vision = collected.writes.flatMap((write) =>
    write.kind === 'create' ? [{ ...write, isGone: false }] : [],
  )
  const again = collect({ boards: sources, vision, merge: 2, places })
  return {
    what: `${boards} borden van ${records}`,
    collectMs,
    besideMs,
    writes: collected.writes.length + beside.writes.length,
    writesAgain: again.writes.length,
  }
}

function timed<Value>(work: () => Value): readonly [number, Value] {
  const begun = performance.now()
  const value = work()
  return [performance.now() - begun, value]
}

/** A board on which a third has a star, as people would lay it out. */
function aBoard(at: number, records: number): SourceBoard {
  const group = { id: `groep-${at}`, letter: `G${at}`, name: `Groep ${at}`, color: 'blue' }
  return {
    board: `bord-${at}`,
    group: group as SourceBoard['group'],
    records: Array.from({ length: records }, (_, place) => {
      const record: BoardRecord = {
        ...aNote(`n${place}`, { x: (place % 25) * 240, y: Math.floor(place / 25) * 240 }),
        meta: { keyCard: place % 3 === 0 },
      }
      const { props } = record
      const words = richText(`Wat groep ${at} belangrijk vindt, nummer ${place}`)
      const said = { ...record, props: { ...props, richText: words } }
      return { record: said, isGone: false, isTemplate: false, sources: [], base: undefined }
    }),
  }
}
