import { expect, it } from 'vitest'
import { codeOf, sourcesIn } from './sources.ts'

/**
 * Every file of the server, and of what runs in it, that reads a clock, and what for. The clock of
 * a computer is set now and then: it may be shown to people, and never order or expire anything.
 * Whoever adds a file says here why that is so; time that passes is `elapsed`.
 */
const readers: Readonly<Record<string, string>> = {
  'packages/report/src/archive/mdto/describe.ts': 'writes times that it is handed',
  'packages/report/src/document/dutch.ts': 'shown: days and moments that stand in a version',
  'packages/report/src/writers/pdf/pdf.ts': 'shown: when the version was saved',
  'packages/report/src/writers/word/word.ts': 'no moment at all: the same for every file',
  'packages/sync/src/client/socket/heed-silence.ts': 'passing time: how long a line says nothing',
  'packages/sync/src/client/copy/paced-writes.ts': 'passing time: rests between writes',
  'packages/sync/src/room/clock.ts': 'passing time: the clock of rooms',
  'packages/sync/src/room/members/members.ts': 'passing time of the room',
  'packages/sync/src/room/room.ts': 'passing time of the room',
  'packages/sync/src/room/members/seat.ts': 'passing time of the room',
  'packages/sync/src/room/slices.ts': 'passing time: slices of work',
  'packages/sync/src/room/members/ticker.ts': 'passing time of the room',
  'packages/sync/src/room/members/turns.ts': 'passing time: turns of rooms',
  'server/src/archives/archived-file.ts': 'writes a time that it is handed',
  'server/src/archives/archives.ts': 'shown: when an archive was made',
  'server/src/boards/board-rooms.ts': 'passing time: which boards nobody uses',
  'server/src/boards/gateway.ts': 'notes only is moved along when the clock is set',
  'server/src/boards/miniatures.ts':
    'passing time: rest after work, and how long nobody did anything on a board',
  'server/src/boards/notes/note-desk.ts': 'passing time: how long what was seen of a board holds',
  'server/src/commands/carry-out.ts': 'how long is known what a key stood for',
  'server/src/commands/merging/merge-boards.ts': 'shown: when a merge was made; its number orders',
  'server/src/commands/restore-board.ts': 'shown: when a moment was kept; its number orders',
  'server/src/commands/taking-away/take-away.ts':
    'noted: when a remark was taken away; their list orders',
  'server/src/commands/versions/save-version.ts':
    'shown: when a version was saved; their list orders',
  'server/src/history/authorship-timeline.ts': 'shown: when a mark was made; its number orders',
  'server/src/history/snapshot-keeper.ts': 'shown: when a moment was kept; its number orders',
  'server/src/history/provenance.ts': 'shown: the minute; marks order',
  'server/src/identity/failure-limit.ts': 'handed passing time',
  'server/src/identity/join-codes.ts': 'days of a code, which are moved along',
  'server/src/identity/pairings.ts': 'handed passing time',
  'server/src/identity/tickets.ts': 'handed passing time',
  'server/src/maintenance/main.ts': 'names of files and the generation, each made unlike any other',
  'server/src/plugins/each-key-once.ts': 'how long an answer is kept; keys find it, not the time',
  'server/src/plugins/request-counts.ts': 'passing time: the minute of a pace',
  'server/src/routes/sessions/create-session.ts': 'shown: when a session was made',
  'server/src/open-services.ts': 'the door: views carry the clock that screens count down against',
  'server/src/server-clock.ts': 'notices that the clock was set',
  'server/src/routes/sessions/session.ts': 'the clock that screens count down against',
  'server/src/sessions/clock-keeper.ts': 'moves along what counts down',
  'server/src/sessions/connected.ts': 'handed passing time: who asked lately',
  'server/src/sessions/open-sessions.ts': 'passing time: how long nobody used a session',
  'server/src/sessions/session-desk.ts':
    'what a session counts from, which is moved along; else passing time of turns',
  'server/src/sessions/session-feeds.ts': 'the clock that screens count down against',
  'server/src/vision/collect-news.ts': 'passing time: rest after work',
  'server/src/vision/content-of.ts': 'writes a time that it is handed',
  'server/src/in-slices.ts': 'passing time: slices of work',
}

const clock = /\bDate\s*\.\s*now\b|\bperformance\b|\bnew Date\b|\bnow\(\)|\belapsed\(\)/
const notRunning = [
  'packages/bench/',
  'packages/launcher/',
  'packages/rehearsal/',
  'packages/similarity/tools/',
  'packages/testing/',
  'server/src/attacks/',
  'server/src/boards/test/',
]

it('every reader of a clock says what for', () => {
  const files = ['packages', 'server/src']
    .flatMap((folder) => sourcesIn(folder))
    .filter(({ path, isTest }) => !isTest && !notRunning.some((folder) => path.startsWith(folder)))
    .filter(({ text }) => clock.test(codeOf(text)))
    .map(({ path }) => path)
  expect(files.toSorted()).toEqual(Object.keys(readers).toSorted())
})
