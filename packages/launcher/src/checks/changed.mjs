/** Tests of what has a server, a disk or a canvas of its own: together they take minutes. */
const dear = /^(?:server\/|client\/src\/canvas\/|packages\/sync\/src\/test\/)/

/**
 * Which of the dear tests are about files that changed: those that changed themselves, and the one
 * that stands beside a file under the same name. Histories of chance (`fuzz`) are left to `npm test`.
 *
 * @param {readonly string[]} changed - Paths from the root of the clone.
 * @param {(file: string) => boolean} exists
 * @returns {readonly string[]}
 */
export function dearTestsOf(changed, exists) {
  const tests = changed
    .filter((file) => dear.test(file))
    .flatMap((file) =>
      /\.test\.tsx?$/.test(file)
        ? [file]
        : ['ts', 'tsx'].map((ending) => file.replace(/\.tsx?$/, `.test.${ending}`)),
    )
  return [...new Set(tests)].filter(
    (file) => /\.test\.tsx?$/.test(file) && !file.includes('.fuzz.') && exists(file),
  )
}
