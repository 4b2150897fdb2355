import { fork } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Choice } from './arguments.ts'
import { loadOf } from './driver/server-load.ts'
import type { Answer, BoardPlan, Figures, Job, Request } from './job.ts'
import { dialectOf } from './names.ts'
import type { ScenarioName, ServerName } from './names.ts'
import { crowdSizes, scenarioOf } from './scenarios.ts'
import type { Scenario } from './scenarios.ts'
import { plansOnPeer, plansOnStip, plansWithTickets } from './servers/plans.ts'
import { freePort } from './servers/free-port.ts'
import { processOfPort } from './servers/process-of-port.ts'
import { RunningServer } from './servers/running.ts'

const WARM_UP_SECONDS = 10
/** A server is cool again before the next one is measured. */
const COOL_DOWN_MS = 300
/** A server that just started is done with what it does then. */
const IDLE_MS = 3000

/** Lets one server do one scenario once. Rejects when that could not be measured. */
export async function runOnce(
  scenario: ScenarioName,
  server: ServerName,
  choice: Choice,
): Promise<Figures> {
  if (scenario === 'I') return howManyFit(server, choice)
  return measure(server, scenarioOf(scenario, choice), choice)
}

/** The largest crowd that a server serves well: it arrives, in 100 ms, with less than one core. */
async function howManyFit(server: ServerName, choice: Choice): Promise<Figures> {
  let best: Figures = { fits: 0 }
  for (const drawers of choice.drawers === undefined ? crowdSizes : [choice.drawers]) {
    const figures = await measure(server, scenarioOf('I', { ...choice, drawers }), choice)
    const { p99 = Infinity, deliveredShare = 0, cursorShare = 0, serverCores = 0 } = figures
    const fits = p99 <= 100 && deliveredShare >= 0.99 && cursorShare >= 0.99 && serverCores < 1
    const busy = figures['driverBusy'] === true
    process.stdout.write(
      `  ${server}: ${drawers} drawers ${fits ? 'fit' : `do not fit${busy ? ' (driver busy)' : ''}`}: p99 ${Math.round(p99)} ms, ${serverCores.toFixed(2)} core\n`,
    )
    if (!fits) {
      // A driver that cannot keep up, or a crowded machine, is no verdict on the server.
      const isFair = !busy && (Number(figures['otherCores'] ?? 0) < 0.5 || serverCores >= 1)
      const { fits: fitsAtLeast, ...rest } = best
      return isFair
        ? { ...best, firstThatDoesNot: drawers }
        : { ...rest, fitsAtLeast, firstNotMeasured: drawers, driverBusy: busy }
    }
    best = { ...figures, fits: drawers }
  }
  return best
}

async function measure(server: ServerName, scenario: Scenario, choice: Choice): Promise<Figures> {
  if (choice.url !== undefined && server === 'stip') return onRunning(scenario, choice)
  const running = new RunningServer({
    server,
    port: await freePort(),
    profile: server === 'stip' ? choice.profile : undefined,
  })
  try {
    await running.start()
    const idleMb = scenario.kind === 'cold-start' ? await idleMemory(running.pid) : undefined
    const base = new URL(`http://127.0.0.1:${running.port}`)
    const boards =
      server === 'stip'
        ? await plansOnStip(base, scenario.crowd)
        : plansOnPeer(server, running.port, scenario.crowd)
    const job = jobOf(server, scenario, choice, { boards, serverPid: running.pid })
    const figures = await drive(job, running)
    return idleMb === undefined ? figures : { ...figures, idleMb }
  } catch (error) {
    const said = running.output.trim()
    throw said === '' ? error : new Error(`${messageOf(error)}\n${said}`, { cause: error })
  } finally {
    await running.remove()
    await pause(COOL_DOWN_MS)
  }
}

/** What a server takes that was just started and has nothing to do, in MB. */
async function idleMemory(pid: number | undefined): Promise<number | undefined> {
  await pause(IDLE_MS)
  const rss = loadOf(pid)?.rss
  return rss === undefined ? undefined : rss / 1024 / 1024
}

/** A Stip that somebody else started: it cannot be stopped, so only what leaves it alone. */
async function onRunning(scenario: Scenario, choice: Choice): Promise<Figures> {
  const { url, ticketFrom } = choice
  if (url === undefined || ticketFrom === undefined) throw new Error('There is no address.')
  if (scenario.kind !== 'draw' && scenario.kind !== 'join') {
    throw new Error('This scenario restarts the server, and this one is not ours.')
  }
  const makesSessions = ticketFrom.pathname === '/'
  const boards = makesSessions
    ? await plansOnStip(ticketFrom, scenario.crowd)
    : plansWithTickets(url, ticketFrom, scenario.crowd)
  const serverPid = choice.serverPid ?? processOfPort(Number(url.port === '' ? 80 : url.port))
  return drive(jobOf('stip', scenario, choice, { boards, serverPid }), undefined)
}

function jobOf(
  server: ServerName,
  { kind, doing = 'moves', perSecond = 30 }: Scenario,
  { seconds, compresses }: Choice,
  found: { readonly boards: readonly BoardPlan[]; readonly serverPid: number | undefined },
): Job {
  const warmUpSeconds = WARM_UP_SECONDS
  const how = { doing, perSecond, seconds, warmUpSeconds, compresses }
  return { kind, dialect: dialectOf(server), ...how, ...found }
}

/** Runs a job in a driver of its own, and does to the server what the driver asks for. */
function drive(job: Job, server: RunningServer | undefined): Promise<Figures> {
  const program = fileURLToPath(new URL('driver/main.ts', import.meta.url))
  const driver = fork(program, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // tldraw greets whoever has two versions of it, and here that is on purpose.
    silent: true,
  })
  let complaints = ''
  driver.stderr?.on('data', (text: Buffer) => (complaints = (complaints + text).slice(-2000)))
  driver.stdout?.resume()
  const { promise, resolve, reject } = Promise.withResolvers<Figures>()
  const answer = (message: Answer): void => void driver.send(message)
  driver.on('message', (request: Request) => {
    if (request.type === 'done') resolve(request.figures)
    else if (request.type === 'failed') reject(new Error(request.message))
    else {
      change(server, request.type).then(
        () => answer({ type: 'ready', serverPid: server?.pid, startedAt: server?.startedAt ?? 0 }),
        (error: unknown) => reject(error),
      )
    }
  })
  driver.on('exit', (code) => reject(new Error(`The driver ended with ${code}. ${complaints}`)))
  answer({ type: 'job', job })
  return promise.finally(() => driver.kill())
}

async function change(server: RunningServer | undefined, what: string): Promise<void> {
  if (server === undefined) throw new Error('This server is not ours to restart.')
  await server.stop(what === 'kill')
  if (what === 'start') server.spawn()
  if (what === 'restart') await server.start()
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
