import type { Agenda } from '@stip/workshop'
import visionEvening from './bijeenkomst-1-visie.json' with { type: 'json' }
import tryOut from './proefrondje.json' with { type: 'json' }
import { readFormat } from './schema.ts'

/** What a facilitator sees of a draaiboek when choosing one. */
export interface Format {
  readonly slug: string
  readonly title: string
  readonly purpose: string
  /** Planned length, in minutes. */
  readonly minutes: number
  readonly stepCount: number
  readonly groupCount: number
}

const agendas: readonly Agenda[] = [visionEvening, tryOut].map((file) => readFormat(file))

/** The formats that can be run to the end today, in the order in which they are offered. */
export const formats: readonly Format[] = agendas.map(
  ({ slug, title, purpose, minutes, steps, groupCount }) => ({
    slug,
    title,
    purpose,
    minutes,
    stepCount: steps.length,
    groupCount,
  }),
)

/** The agenda of a format; undefined when there is no format of that name. */
export function agendaOf(slug: string): Agenda | undefined {
  return agendas.find((agenda) => agenda.slug === slug)
}
