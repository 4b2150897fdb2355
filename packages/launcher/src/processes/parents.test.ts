import { describe, expect, it } from 'vitest'
import { factsFromStat, guardians } from './parents.mjs'

describe('the processes whose end is our end', () => {
  it('are npm alone when npm started us itself', () => {
    expect(guardians(10, aMachine({ 10: { parent: 5, name: 'npm start' } }))).toEqual([10])
  })

  it('are the shell and npm when there is a shell in between', () => {
    const look = aMachine({ 11: { parent: 10, name: 'sh' }, 10: { parent: 5, name: 'npm start' } })
    expect(guardians(11, look)).toEqual([11, 10])
  })

  it('are what we know when the machine tells nothing', () => {
    expect(guardians(11, () => undefined)).toEqual([11])
  })

  it('are read from Linux, whatever a process is called', () => {
    expect(factsFromStat('42 (npm (start) x) S 7 42 42 0')).toEqual({
      name: 'npm (start) x',
      parent: 7,
    })
  })
})

function aMachine(processes: Record<number, { parent: number; name: string }>) {
  return (pid: number) => processes[pid]
}
