import { consentByRole, lensOf } from '@stip/report'
import type { ConsentSplit, Lens, LensInput, Statement } from '@stip/report'
import { isHere } from '@stip/workshop'
import type { ItemTotals, Session } from '@stip/workshop'

/**
 * The democratic lens, of what is known. In anonymous steps nobody keeps whose note is whose, so what came from
 * whom is not counted; who can live with it is, by role, as the totals of the question tell it.
 *
 * @param consents - The totals about each statement that the room was asked about.
 */
export function lensOfSession(
  session: Session,
  statements: readonly Statement[],
  consents: readonly ItemTotals[],
  verified: LensInput['verified'],
): Lens {
  const here = session.people.all.filter((person) => isHere(person) && person.isScreen !== true)
  const names = new Map(session.steps.agenda.backgrounds.map(({ id, name }) => [id, name]))
  const unknown = { contributed: null, notes: null, keyCards: null, sources: null }
  const answers = { answered: 0, yes: 0, yesBut: 0, no: 0 }
  const roles = [...Map.groupBy(here, ({ background }) => background)].map(([role, of]) => {
    return { role: names.get(role) ?? role, people: of.length, ...unknown, ...answers }
  })
  const lens = lensOf({
    roles,
    throughScribe: here.filter(({ hasPhone }) => !hasPhone).length,
    verified,
    statements,
  })
  const splits = consents.map((item) => splitOf(item, names))
  return { ...lens, legitimacy: { ...lens.legitimacy, roles: consentByRole(splits) } }
}

function splitOf({ byRole }: ItemTotals, names: ReadonlyMap<string, string>): ConsentSplit {
  return {
    roles: (byRole?.roles ?? []).map(({ role, counts }) => {
      return { role: names.get(role) ?? role, ...counted(counts) }
    }),
    others: byRole?.others === undefined ? null : counted(byRole.others),
  }
}

function counted(counts: Readonly<Record<string, number>>) {
  return {
    yes: counts['yes'] ?? 0,
    yesBut: counts['yes-but'] ?? 0,
    no: counts['no-because'] ?? 0,
  }
}
