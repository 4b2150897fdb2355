import { adviceOn } from '../start-problems.ts'
import type { Finding, Verification } from '../storage/verify.ts'

/** What a verification came to, as lines for the person who asked. */
export function describeVerification(verification: Verification): readonly string[] {
  const { boards, rows, assets, findings } = verification
  const read = `${boards} borden met ${rows} wijzigingen en ${assets} afbeeldingen nagekeken`
  if (findings.length === 0) return [`Alles is goed: ${read}.`]
  return [
    ...findings.map((finding) => `- ${describe(finding)}`),
    `NIET GOED: ${findings.length} gevonden, ${read}.`,
  ]
}

type Describe = {
  readonly [Kind in Finding['kind']]: (finding: Extract<Finding, { kind: Kind }>) => string
}

const sentences: Describe = {
  file: ({ file, detail }) =>
    `Het bestand ${file} is beschadigd (${detail}). Zet een back-up terug.`,
  'not-read': ({ file, why }) =>
    why === 'newer'
      ? `Het bestand ${file} komt van een nieuwere Stip. Gebruik die versie; er is niets beschadigd.`
      : `Het bestand ${file} is niet nagekeken: ${adviceOn(why, 'van Stip')}`,
  board: ({ boardId, seq }) =>
    `Bord ${boardId} is beschadigd${seq === undefined ? '' : ` vanaf wijziging ${seq}`}. Het gaat niet open. Zet een back-up terug.`,
  snapshot: ({ boardId, seq }) =>
    `Van bord ${boardId} is de momentopname na wijziging ${seq} beschadigd. Er is niets kwijt zolang het bord opengaat. Maak nu een back-up.`,
  'snapshots-differ': ({ boardId }) =>
    `Van bord ${boardId} spreken de momentopnamen elkaar tegen. Zet een back-up terug.`,
  'database-behind': ({ commits }) =>
    `De database mist ${commits} keer opslaan die het journaal nog heeft. Bij de volgende start komt dat vanzelf terug.`,
  'journal-damaged': () =>
    'Het journaal is beschadigd. Er is niets kwijt zolang de borden opengaan. Maak nu een back-up.',
  'commits-lost': ({ commits }) =>
    `Er ontbreken wijzigingen die wel bewaard waren (${commits} keer opslaan). Zet een back-up terug.`,
  'sessions-behind': ({ changes }) =>
    `Van de bijeenkomsten ontbreken ${changes} wijzigingen die wel bewaard waren. Zet een back-up terug.`,
  asset: ({ name }) => `De afbeelding ${name} is beschadigd of weg.`,
}

function describe<Kind extends Finding['kind']>(finding: Extract<Finding, { kind: Kind }>): string {
  const sentence: (finding: Extract<Finding, { kind: Kind }>) => string = sentences[finding.kind]
  return sentence(finding)
}
