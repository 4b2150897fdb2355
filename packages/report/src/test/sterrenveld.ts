import { readFileSync } from 'node:fs'
import { VisionContent } from '../content/content.ts'
import type { Statement } from '../content/statement.ts'

/** The vision of an invented evening in an invented municipality. */
export function sterrenveld(): VisionContent {
  const file = readFileSync(new URL('fixtures/sterrenveld.json', import.meta.url), 'utf8')
  return VisionContent.parse(JSON.parse(file))
}

/** The same evening with other statements. */
export function sterrenveldWith(statements: readonly Statement[]): VisionContent {
  return { ...sterrenveld(), statements: [...statements] }
}

/** A statement; name only what the test is about. */
export function aStatement(differences: Partial<Statement> = {}): Statement {
  return {
    id: 'z1',
    list: 'shared',
    text: 'Elk idee krijgt een vast gezicht.',
    sources: [],
    isWithoutSource: true,
    consent: null,
    otherVoices: [],
    critiques: [],
    ...differences,
  }
}
