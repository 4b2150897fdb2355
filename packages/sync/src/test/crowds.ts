import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import type { Person } from './person.ts'
import { editTextAtRandom } from './texts.ts'

/** Who looks comes, hears and goes; at their own pace, or they would see little. */
export function readAtRandom(readers: readonly Person[], random: Random): void {
  const reader = readers[below(random, readers.length)]
  if (reader === undefined) return
  const chance = below(random, 40)
  if (chance === 0) reader.cut()
  else if (chance < 8) reader.connect()
  for (let frames = below(random, 4); frames > 0; frames--) reader.deliverOne(random)
}

/** Several change the texts and what they said arrives at once: one tick. */
export function editTogether(people: readonly Person[], random: Random, action: number): void {
  for (const person of people) {
    for (let edits = below(random, 3); edits > 0; edits--) {
      editTextAtRandom(person.doc, random, action)
    }
    for (let frames = 6; frames > 0; frames--) person.deliverOne(random)
  }
}
