import { describe, expect, it } from 'vitest'
import {
  closingLine,
  sum,
  tallyOfCheck,
  tallyOfPlaywright,
  tallyOfRun,
  tallyOfVitest,
} from './tally.mjs'

describe('the count at the end of npm test', () => {
  it('adds up tests and checks', () => {
    const total = sum([tallyOfCheck(true), tallyOfCheck(false), { passed: 40, failed: 2 }])
    expect(closingLine(total)).toBe('41 passed, 3 failed')
  })

  it('takes the numbers of Vitest, and a file that cannot be loaded as one failure', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    }
    expect(tallyOfVitest(report)).toEqual({ passed: 7, failed: 2 })
  })

  it('takes the numbers of Playwright, and errors outside every test', () => {
    const report = {
      stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 3 },
      errors: [{ message: 'no such file' }],
    }
    expect(tallyOfPlaywright(report)).toEqual({ passed: 6, failed: 3 })
  })

  it('is never green when a run crashed or found nothing', () => {
    expect(tallyOfRun(tallyOfVitest(undefined), 1)).toEqual({ passed: 0, failed: 1 })
    expect(tallyOfRun({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 })
    expect(tallyOfRun({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2 })
    expect(tallyOfRun({ passed: 3, failed: 0 }, 0)).toEqual({ passed: 3, failed: 0 })
  })
})
