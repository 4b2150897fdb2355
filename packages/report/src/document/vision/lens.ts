import type { Lens } from '../../content/lens.ts'
import type { VisionContent } from '../../content/content.ts'
import { heading, paragraph } from '../blocks.ts'
import type { Block, Cell } from '../blocks.ts'
import { capital, counted, numberOf, percent, share } from '../dutch.ts'
import { heard as heardTable } from './heard.ts'

/** Five ways to look at how the vision came to be. */
export function lens({ lens: given, heard }: VisionContent): readonly Block[] {
  if (given === null && heard === null) return []
  return [
    heading(1, 'Hoe deze visie tot stand kwam'),
    paragraph(
      'Vijf vragen helpen om te zien hoe eerlijk het ging. Het zijn tellingen, geen cijfer. Rollen staan er alleen bij als er minstens vijf mensen in zitten.',
    ),
    ...(given === null ? [] : measures(given)),
    ...(heard === null ? [] : heardTable(heard)),
  ]
}

function measures({
  inclusion,
  influence,
  ownership,
  deliberation,
  legitimacy,
}: Lens): readonly Block[] {
  return [
    heading(2, 'Inclusie: kon iedereen meedoen?'),
    paragraph(`${contributed(inclusion)}${scribe(inclusion)}`),
    heading(2, 'Invloed: wiens woorden kwamen hoe ver?'),
    ...influenceTable(influence),
    heading(2, 'Eigenaarschap: herkennen mensen wat er van hun briefje gemaakt is?'),
    paragraph(recognised(ownership)),
    heading(2, 'Deliberatie: is er samen gewogen?'),
    paragraph(weighed(deliberation)),
    heading(2, 'Legitimiteit: wie kan ermee leven?'),
    ...legitimacyTable(legitimacy),
  ]
}

function contributed({ present, contributed: active }: Lens['inclusion']): string {
  if (active !== null)
    return `${active} van de ${present} mensen schreven, zeiden of tekenden iets.`
  return `Er waren ${counted(present, 'mens', 'mensen')}. Wie wat schreef is niet bijgehouden: het was anoniem.`
}

function scribe({ throughScribe }: Lens['inclusion']): string {
  if (throughScribe === null || throughScribe === 0) return ''
  return ` ${capital(counted(throughScribe, 'van hen deed', 'van hen deden'))} mee zonder eigen telefoon.`
}

function influenceTable({ roles }: Lens['influence']): readonly Block[] {
  const isTold = roles.some(({ notes, keyCards, sources }) => {
    return notes !== null || keyCards !== null || sources !== null
  })
  if (roles.length > 0 && !isTold) {
    return [
      paragraph('Van wie welk briefje was, is niet bijgehouden. Dit is dus niet te vertellen.'),
    ]
  }
  if (roles.length === 0) return [notByRole]
  const columns = (['people', 'notes', 'keyCards', 'sources'] as const).filter((name) =>
    roles.every((role) => role[name] !== null),
  )
  const total = (name: (typeof columns)[number]): number =>
    roles.reduce((sum, role) => sum + (role[name] ?? 0), 0)
  return [
    paragraph(
      'Per rol welk deel van de mensen, de briefjes, de hoofdpunten en de bronnen van de zinnen. Staan die ver uit elkaar, dan telden sommige stemmen zwaarder.',
    ),
    {
      kind: 'table',
      caption: 'Aandeel per rol',
      columns: [
        { title: 'Rol', share: 4 },
        ...columns.map((name) => ({ title: influenceNames[name], share: 3 })),
      ],
      rows: roles.map((role): readonly Cell[] => [
        role.role ?? 'Andere rollen samen',
        ...columns.map((name) => ({
          text: percent(role[name] ?? 0, total(name)),
          share: share(role[name] ?? 0, total(name)),
        })),
      ]),
    },
  ]
}

const influenceNames = {
  people: 'Mensen',
  notes: 'Briefjes',
  keyCards: 'Hoofdpunten',
  sources: 'Bronnen van zinnen',
} as const

function recognised({ right, different, takeAway }: Lens['ownership']): string {
  if (right === null || different === null || takeAway === null) {
    return 'Schrijvers van gebruikte briefjes konden zeggen of de zin klopt. Minder dan vijf deden dat. Wat zij zeiden staat hier niet, zodat niemand herkenbaar is.'
  }
  const answers = right + different + takeAway
  if (answers === 0)
    return 'Schrijvers van gebruikte briefjes konden zeggen of de zin klopt. Niemand deed dat.'
  return `Schrijvers van gebruikte briefjes zagen welke zin ervan gemaakt is. Van de ${answers} antwoorden zeiden er ${numberOf(right)} “klopt”, ${numberOf(different)} “ik bedoelde iets anders” en ${numberOf(takeAway)} “haal weg”.`
}

function weighed(given: Lens['deliberation']): string {
  const { statements, acrossGroups, critiques, answered, differences, otherVoices } = given
  return [
    `${numberOf(acrossGroups)} van de ${counted(statements, 'zin komt', 'zinnen komen')} uit meer dan één groep.`,
    critiques === 0
      ? 'Er was geen ronde met kritiek op de concepten.'
      : `Van de ${counted(critiques, 'verbetering', 'verbeteringen')} die mensen voorstelden kregen er ${numberOf(answered)} een antwoord.`,
    `${counted(differences, 'verschil bleef', 'verschillen bleven')} staan, en ${counted(otherVoices, 'ander geluid', 'andere geluiden')}.`,
  ]
    .map((words) => capital(words))
    .join(' ')
}

function legitimacyTable({ statements, roles }: Lens['legitimacy']): readonly Block[] {
  if (statements === 0) return [paragraph('Niemand is gevraagd wie met de zinnen kan leven.')]
  if (roles.length === 0) return [notByRole]
  const answers = { yes: 'Ja', yesBut: 'Ja, maar …', no: 'Nee, want …' } as const
  const names = ['yes', 'yesBut', 'no'] as const
  return [
    paragraph(
      `Wat mensen per rol antwoordden op “Kun je hiermee leven?”, over ${counted(statements, 'zin', 'zinnen samen')}.`,
    ),
    {
      kind: 'table',
      caption: 'Antwoorden per rol',
      columns: [
        { title: 'Rol', share: 4 },
        ...names.map((name) => ({ title: answers[name], share: 3 })),
      ],
      rows: roles.map((role): readonly Cell[] => {
        const all = role.yes + role.yesBut + role.no
        return [
          role.role ?? 'Andere rollen samen',
          ...names.map((name) => ({
            text: percent(role[name], all),
            share: share(role[name], all),
          })),
        ]
      }),
    },
  ]
}

const notByRole: Block = {
  kind: 'paragraph',
  text: 'Per rol is hier niets te vertellen zonder dat mensen herkenbaar worden.',
}
