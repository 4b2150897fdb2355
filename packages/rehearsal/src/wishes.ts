import { parseArgs } from 'node:util'
import type { Variant } from './plan/evening.ts'
import type { Speed } from './player/play.ts'

/** What somebody asks for on the command line. */
export interface Wishes {
  readonly url: string
  readonly toStep: number
  readonly speed: Speed
  readonly title: string
  readonly variant: Variant
  /** Everybody stays on the line afterwards, until the command is stopped. */
  readonly stays: boolean
}

/** The steps of the evening. */
const LAST_STEP = 17

/**
 * Reads what is asked for.
 *
 * @returns The sentence to show when something is not understood.
 */
export function readWishes(words: readonly string[]): Wishes | string {
  let values
  try {
    values = parseArgs({ args: [...words], options }).values
  } catch {
    return 'Dit begrijpt de proefrun niet. Kijk met npm run proefrun -- --help wat er kan.'
  }
  const toStep = Number(values['to-step'])
  if (!Number.isInteger(toStep) || toStep < 1 || toStep > LAST_STEP) {
    return `--to-step is een getal van 1 tot en met ${LAST_STEP}.`
  }
  const speed = values.speed === 'max' ? 'max' : Number(values.speed)
  if (speed !== 'max' && !(speed > 0)) return '--speed is een getal boven nul, of max.'
  if (!URL.canParse(values.url)) return '--url is een adres, zoals http://localhost:3000.'
  return {
    url: new URL(values.url).origin,
    toStep,
    speed,
    title: values.title,
    variant: values['met-bewoners'] ? 'met-bewoners' : 'zonder-bewoners',
    stays: values.stay,
  }
}

const options = {
  url: { type: 'string', default: 'http://127.0.0.1:3000' },
  'to-step': { type: 'string', default: String(LAST_STEP) },
  speed: { type: 'string', default: 'max' },
  title: { type: 'string', default: 'Proefavond Sterrenveld' },
  'met-bewoners': { type: 'boolean', default: false },
  stay: { type: 'boolean', default: false },
} as const
