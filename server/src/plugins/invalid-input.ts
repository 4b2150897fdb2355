import type { Problem } from '@stip/api'
import { problemTexts } from '../problem-texts.ts'

/** What the check of a body or address found wrong, as the zod type provider reports it. */
interface Finding {
  readonly instancePath: string
  readonly keyword: string
  readonly params?: unknown
}

/** How a field is called in a sentence, with the word for "this" that fits it. */
const fields: Readonly<Record<string, { readonly name: string; readonly missing: string }>> = {
  title: { name: 'De titel', missing: 'Geef de bijeenkomst een titel.' },
  name: { name: 'De naam', missing: 'Vul een naam in.' },
  code: { name: 'De code', missing: 'Vul de code in.' },
  background: { name: 'De rol', missing: 'Kies wie je vandaag bent.' },
  format: { name: 'Het draaiboek', missing: 'Kies een draaiboek.' },
  groupCount: { name: 'Het aantal groepen', missing: 'Kies 1 tot en met 12 groepen.' },
}

/** Says of the first thing that is wrong what it is and what to do. */
export function describeInvalidInput(findings: readonly Finding[]): Problem {
  const finding = findings[0]
  const field = fields[finding?.instancePath.split('/').at(-1) ?? '']
  if (finding === undefined || field === undefined) {
    return { code: 'invalid-input', message: problemTexts['invalid-input'][1] }
  }
  const maximum = maximumLength(finding)
  if (maximum === undefined) return { code: 'invalid-input', message: field.missing }
  return {
    code: 'text-too-long',
    message: `${field.name} is te lang. Gebruik hooguit ${maximum} tekens.`,
  }
}

function maximumLength({ keyword, params }: Finding): number | undefined {
  if (keyword !== 'too_big' || typeof params !== 'object' || params === null) return undefined
  const isText = 'origin' in params && params.origin === 'string'
  return isText && 'maximum' in params ? Number(params.maximum) : undefined
}
