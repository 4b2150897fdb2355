import { describe, expect, it } from 'vitest'
import { cluster } from './cluster.ts'

describe('[S15] names of groups', () => {
  it('say the subject and the words that set it apart', () => {
    const texts = [
      'Bomen langs de straat',
      'bomen planten in het park',
      'onderhoud van het plantsoen',
      'Fietspad naar zee',
      'veilig oversteken bij de brug',
      'harde rijders op de dijk',
    ]
    const notes = texts.map((text, place) => ({ id: `${place}`, text }))
    const names = cluster(notes, 2).map(({ name }) => name)
    expect(names[0]).toMatch(/^Groen: .*bomen/)
    expect(names[1]).toMatch(/^Verkeer: /)
  })

  it('are words alone when there is no subject, and "Overig" when there are none', () => {
    const [one] = cluster([{ id: '1', text: 'knikkerbaan' }], 1)
    expect(one?.name).toBe('Knikkerbaan')
    expect(cluster([{ id: '1', text: '!' }], 1)[0]?.name).toBe('Overig')
  })
})
