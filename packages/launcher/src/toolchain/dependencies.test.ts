import { describe, expect, it } from 'vitest'
import { covers, installParameters } from './dependencies.mjs'

describe('what is installed', () => {
  it('is enough to run when it is enough to develop', () => {
    expect(covers({ lockfile: 'a', extent: 'all' }, { lockfile: 'a', extent: 'run' })).toBe(true)
  })

  it('is not enough to develop when it is only enough to run', () => {
    expect(covers({ lockfile: 'a', extent: 'run' }, { lockfile: 'a', extent: 'all' })).toBe(false)
  })

  it('is out of date when the lockfile is another', () => {
    expect(covers({ lockfile: 'a', extent: 'all' }, { lockfile: 'b', extent: 'run' })).toBe(false)
  })

  it('is always exactly what the lockfile says', () => {
    expect(installParameters('run')).toContain('--frozen-lockfile')
    expect(installParameters('all')).toContain('--frozen-lockfile')
  })

  it('leaves tools out when Stip only has to run', () => {
    expect(installParameters('run')).toEqual(
      expect.arrayContaining(['--prod', '@stip/server...', '@stip/client...']),
    )
    expect(installParameters('all')).not.toContain('--prod')
  })
})
