import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aStatement, sterrenveld, sterrenveldWith } from '../test/sterrenveld.ts'
import { visionContent, VisionContent } from './content.ts'
import { PeopleByRole } from './pieces.ts'

describe('the content of a version', () => {
  it('[R1] holds what its JSON Schema describes', () => {
    const schema = new URL('../../vision-content.schema.json', import.meta.url)
    const made = { ...z.toJSONSchema(VisionContent), title: 'Stip: bewaarde versie van een visie' }
    // `node packages/report/tools/write-schema.ts` writes it anew.
    expect(JSON.parse(readFileSync(schema, 'utf8'))).toEqual(made)
  })

  it('[R1] holds nothing else, and leaves nothing out', () => {
    const content = sterrenveld()
    expect(VisionContent.safeParse({ ...content, who: 'Aleida' }).success).toBe(false)
    const less = Object.keys(content).map((name) => {
      const { [name as keyof VisionContent]: _left, ...rest } = content
      return VisionContent.safeParse(rest).success
    })
    expect(less).toEqual(less.map(() => false))
  })

  it('[R4] is no decision, whatever somebody says', () => {
    const { version } = sterrenveld()
    const decided = { ...sterrenveld(), version: { ...version, isDecision: true } }
    expect(VisionContent.safeParse(decided).success).toBe(false)
  })

  it('[R5] is saved with half an emoji in it, and refused as it came', () => {
    const given = sterrenveldWith([aStatement({ text: 'Samen \ud83d' })])
    expect(VisionContent.safeParse(given).success).toBe(false)
    expect(visionContent(given).statements[0]?.text).toBe('Samen \ufffd')
  })

  it.each([
    ['four of a role', { total: 24, named: [{ role: 'raad', people: 4 }], others: 20 }],
    ['four others', { total: 24, named: [{ role: 'raad', people: 20 }], others: 4 }],
    ['a wrong sum', { total: 25, named: [{ role: 'raad', people: 20 }], others: 6 }],
  ])('[R6] tells nothing of %s', (_name, people) => {
    expect(PeopleByRole.safeParse(people).success).toBe(false)
  })
})
