import { inflateSync } from 'node:zlib'
import { paths, plainName } from '@stip/report/archive'
import type { BoardFile } from '@stip/report/archive'
import type { BoardId } from '@stip/primitives'
import { takenAwayOn } from '@stip/workshop'
import { without } from '../history/kept-records.ts'
import { canPreview, toldMarks, toldOwners } from '../history/told-history.ts'
import { jsonBytes, textBytes } from './archived-file.ts'
import type { ArchivedFile } from './archived-file.ts'
import type { Archiving, DataFile } from './session-files.ts'

/** A board: its document with what is told of how it came to be, moments of it, and what people read of it. */
export async function* boardFiles(
  { services, session, asker, pieces }: Archiving,
  boardId: BoardId,
  name: string,
  data: DataFile,
): AsyncGenerator<ArchivedFile> {
  const { rooms, boardThread, storage, history, reports } = services
  const room = await rooms.open(boardId)
  await room.settled()
  const whole = await boardThread.inTurn(asker, () => boardThread.whole(boardId))
  const notes = await history.authorship.notesOf(session, boardId)
  const moments = (await storage.moments.list(boardId)).filter(canPreview)
  const told: BoardFile = {
    owners: toldOwners(whole, notes),
    marks: toldMarks(notes.marks, notes.periods).map((mark) => ({
      ...mark,
      clocks: mark.clocks.map(([client, clock]) => [client, clock]),
    })),
    lateWork: [...notes.lateWork],
    moments: [],
  }
  const away = takenAwayOn(session, boardId)
  for (const moment of moments) {
    // One at a time: each may be a full board.
    // oxlint-disable-next-line no-await-in-loop
    const kept = await storage.moments.find(boardId, moment.number)
    if (kept === undefined) continue
    told.moments.push({ ...moment, clocks: Buffer.from(kept.clocks).toString('base64') })
    const records = inflateSync(without(kept.records, away))
    yield data(paths.moment(boardId, moment.number), records)
  }
  yield data(paths.document(boardId), whole.update, 'application/octet-stream')
  yield data(paths.board(boardId), jsonBytes(told))
  if (whole.records.length === 0) return
  pieces.set(name, {
    id: name,
    name: `Bord ${name}`,
    description: 'Wat er op dit bord staat: per stap een plaatje, en de briefjes als tabel.',
    madeAt: session.course.endedAt ?? session.course.createdAt,
  })
  const readable = (file: string, bytes: Uint8Array, mediaType: string): ArchivedFile => {
    const path = paths.readable(`borden/${name}${file}`)
    return { path, bytes, mediaType, use: 'readable', piece: name }
  }
  yield readable('.csv', textBytes(whole.csv), 'text/csv')
  const pictures = await reports.pictures(asker, { records: whole.records, drawing: undefined })
  for (const [place, { title, kept }] of pictures.entries()) {
    const step = `${String(place + 1).padStart(2, '0')}-${plainName(title)}`
    yield readable(`-${step}.png`, kept.bytes, 'image/png')
  }
}
