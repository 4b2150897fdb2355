import type { Row } from './row.ts'
import type { Verdict } from './verdicts.ts'

const columns = [
  ['cores', 'serverCores', 2],
  ['µs/delivered', 'usPerDelivered', 2],
  ['p50', 'p50', 1],
  ['p95', 'p95', 1],
  ['p99', 'p99', 1],
  ['ack p95', 'ackP95', 1],
  ['kB/s/client', 'kbPerClientPerSecond', 1],
  ['rss MB', 'rssMb', 0],
  ['moves', 'deliveredShare', 3],
  ['cursors', 'cursorShare', 3],
  ['converged', 'converged', 0],
  ['driver', 'driverCores', 2],
  ['others', 'otherCores', 2],
] as const

/** Figures of scenarios that are about something else than drawing. */
const others = [
  'cpuMsPerJoin',
  'cpuMsPerQuietJoin',
  'bytesAtClientMs',
  'joinKb',
  'allSyncedMs',
  'syncedShare',
  'coldStartMs',
  'cpuMs',
  'usPerCursor',
  'boardMb',
  'idleMb',
  'lostBroadcastShare',
  'lostAcknowledgedShare',
  'firstAnswerComplete',
  'fits',
  'fitsAtLeast',
] as const

/** All rows as a table in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const header = ['scenario', 'server', 'run', ...columns.map(([title]) => title), 'remarks']
  const lines = rows.map((row) => [
    row.scenario,
    row.server,
    String(row.run),
    ...columns.map(([, figure, digits]) => inWords(valueOf(row, figure), digits)),
    remarksOn(row),
  ])
  return markdown(header, lines)
}

/** All verdicts as a table in Markdown. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  const header = ['scenario', 'what', 'of', 'required', 'stretch', 'value', 'runs', 'outcome']
  const lines = verdicts.map(({ goal, value, runs, outcome }) => {
    const sign = goal.atLeast === true ? '≥' : '≤'
    const isRatio = goal.of !== undefined
    const bound = (limit: number): string => `${sign} ${isRatio ? fraction(limit) : String(limit)}`
    return [
      goal.scenario,
      goal.title,
      goal.of ?? '–',
      bound(goal.required),
      bound(goal.stretch),
      value === undefined ? '–' : isRatio ? fraction(value) : inWords(value, 1),
      String(runs),
      outcome === 'missed' || outcome === 'not-measured' ? outcome : `met (${outcome})`,
    ]
  })
  return markdown(header, lines)
}

/** 0.25 as 1/4: that is how the goals are put. */
export function fraction(ratio: number): string {
  if (ratio >= 1 || ratio <= 0) return `${Number(ratio.toFixed(2))}`
  const parts = 1 / ratio
  return `1/${parts >= 10 ? Math.round(parts) : Number(parts.toFixed(1))}`
}

function remarksOn(row: Row): string {
  if (row.error !== undefined) return `not measured: ${row.error.split('\n', 1)[0]}`
  const remarks = others.flatMap((name) => {
    const value = row[name]
    return value === undefined ? [] : [`${name} ${inWords(value, 3)}`]
  })
  if (row.saturated) remarks.unshift('saturated')
  if (row.disturbed) remarks.unshift('disturbed')
  if (row['driverBusy'] === true) remarks.unshift('driver busy')
  return remarks.join(', ')
}

function valueOf(row: Row, figure: string): Row[string] {
  if (figure !== 'kbPerClientPerSecond') return row[figure]
  const bytes = row.bytesPerClientPerSecond
  return bytes === undefined ? undefined : bytes / 1000
}

function inWords(value: Row[string], digits: number): string {
  if (value === undefined) return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'NO'
  return typeof value === 'number' ? String(Number(value.toFixed(digits))) : value
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function markdown(header: readonly string[], lines: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...lines].map((cells) => line(cells)).join('\n')
}
