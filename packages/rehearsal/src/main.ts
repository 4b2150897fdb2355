import { once } from 'node:events'
import type { LinksAnswer } from '@stip/api'
import { Device, RefusedError } from './player/device.ts'
import { Lead } from './player/lead.ts'
import { Rehearsal } from './player/play.ts'
import type { Played } from './player/play.ts'
import { progressLine } from './player/progress.ts'
import { Rest } from './player/rest.ts'
import { Said } from './said.ts'
import { readWishes } from './wishes.ts'
import type { Wishes } from './wishes.ts'

// Plays the invented evening into a new session of a server that runs; see `npm run proefrun`.

// Every connection of every person listens for the end of the process.
process.setMaxListeners(0)

const wishes = readWishes(process.argv.slice(2))
if (typeof wishes === 'string') {
  process.stderr.write(`\n${wishes}\n`)
  process.exitCode = 1
} else {
  await playAll(wishes)
}

async function playAll({ url, toStep, speed, title, variant, stays }: Wishes): Promise<void> {
  const stop = new AbortController()
  const isStopped = once(stop.signal, 'abort')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop.abort(new Error('Gestopt.')))
  }
  const said = new Said((line) => process.stdout.write(`${line}\n`))
  const onWait = (): void => said.say('  De server vraagt om even te wachten …')
  const rest = new Rest(stop.signal)
  const facilitator = new Device({ url, origin: url, rest, onWait })
  let rehearsal: Rehearsal | undefined
  try {
    const body = { format: 'bijeenkomst-1-visie', title, groupCount: 3 }
    const { sessionId } = await facilitator.post<{ sessionId: string }>('/api/sessions', body)
    said.say(`• Proefavond spelen in de nieuwe sessie ‘${title}’ op ${url}`)
    rehearsal = await Rehearsal.begin({
      facilitator,
      sessionId,
      speed,
      variant,
      onProgress: (progress) => said.nowAndThen(progress.step, `  ${progressLine(progress)}`),
    })
    const startedAt = performance.now()
    const played = await rehearsal.playTo(toStep)
    said.say(outcome(played, Math.round((performance.now() - startedAt) / 1000)))
    const lead = new Lead(facilitator, sessionId)
    const { joinCode = '' } = await lead.view()
    said.say(addresses(await lead.links(), joinCode))
    if (stays) await isStopped
  } catch (error) {
    if (!stop.signal.aborted) complain(error, url)
  } finally {
    rehearsal?.end()
  }
}

function outcome({ people, notes, strokes, refused, notPlayed }: Played, seconds: number): string {
  const kinds = Map.groupBy(notPlayed, (what) => what)
  const rest = [...kinds].map(([kind, all]) => `${kind} ${all.length}×`)
  return [
    `Klaar in ${seconds} s: ${people} mensen, ${notes} briefjes, ${strokes} lijnen.`,
    ...(refused.length > 0 ? [`Niet geplaatst: ${refused.join(', ')}.`] : []),
    ...(rest.length > 0 ? [`Kan Stip nog niet, en is overgeslagen: ${rest.join(', ')}.`] : []),
  ].join('\n')
}

function addresses({ facilitator, wall, participant, observer }: LinksAnswer, code: string) {
  return [
    '',
    `  Console:        ${facilitator}`,
    `  Groot scherm:   ${wall}`,
    `  Meedoen:        ${participant}`,
    `  Meekijken:      ${observer}`,
    `  Code:           ${code.slice(0, 4)}-${code.slice(4)}`,
    '',
  ].join('\n')
}

function complain(error: unknown, url: string): void {
  process.exitCode = 1
  const isDown = error instanceof TypeError
  const sentence = isDown ? `Op ${url} antwoordt geen Stip. Zet hem aan met npm start.` : undefined
  if (sentence !== undefined) process.stderr.write(`\n${sentence}\n`)
  else if (error instanceof RefusedError) process.stderr.write(`\n${error.message}\n`)
  else throw error
}
