/** @typedef {{ passed: number, failed: number }} Tally */

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce(
    (total, { passed, failed }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
    }),
    { passed: 0, failed: 0 },
  )
}

/** A check without tests of its own counts as one. @param {boolean} isFine @returns {Tally} */
export function tallyOfCheck(isFine) {
  return isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * What the JSON report of Vitest says. A file that cannot even be loaded has no tests in it, and
 * counts as one failure.
 *
 * @param {unknown} report
 * @returns {Tally}
 */
export function tallyOfVitest(report) {
  const files = listIn(report, 'testResults')
  const unloadable = files.filter(
    (file) => textIn(file, 'status') === 'failed' && !hasFailedTest(file),
  ).length
  return {
    passed: numberIn(report, 'numPassedTests'),
    failed: numberIn(report, 'numFailedTests') + unloadable,
  }
}

/**
 * What the JSON report of Playwright says. A test that passed only at a second try passed; errors
 * outside every test count as failures.
 *
 * @param {unknown} report
 * @returns {Tally}
 */
export function tallyOfPlaywright(report) {
  const stats = fieldOf(report, 'stats')
  return {
    passed: numberIn(stats, 'expected') + numberIn(stats, 'flaky'),
    failed: numberIn(stats, 'unexpected') + listIn(report, 'errors').length,
  }
}

/**
 * A test run, seen from both sides: what it reported and how it ended. A run that failed without
 * a failed test (it crashed, or found no tests) must not look green.
 *
 * @param {Tally} reported
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOfRun(reported, exitCode) {
  return exitCode !== 0 && reported.failed === 0 ? { ...reported, failed: 1 } : reported
}

/** The last line of `npm test`. @param {Tally} tally */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}

/** @param {unknown} file */
function hasFailedTest(file) {
  return listIn(file, 'assertionResults').some((test) => textIn(test, 'status') === 'failed')
}

/** @param {unknown} value @param {string} key @returns {unknown} */
function fieldOf(value, key) {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** @param {unknown} value @param {string} key @returns {number} */
function numberIn(value, key) {
  const field = fieldOf(value, key)
  return typeof field === 'number' ? field : 0
}

/** @param {unknown} value @param {string} key @returns {string} */
function textIn(value, key) {
  const field = fieldOf(value, key)
  return typeof field === 'string' ? field : ''
}

/** @param {unknown} value @param {string} key @returns {readonly unknown[]} */
function listIn(value, key) {
  const field = fieldOf(value, key)
  return Array.isArray(field) ? field : []
}
