/** Writes down, as JSON Schema, what a saved version holds. A test looks whether that is still so. */
import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { VisionContent } from '../src/content/content.ts'

const schema = { ...z.toJSONSchema(VisionContent), title: 'Stip: bewaarde versie van een visie' }
const file = new URL('../vision-content.schema.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(schema, undefined, 2)}\n`)
