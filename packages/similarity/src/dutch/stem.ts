/**
 * The Dutch stemmer of Snowball (M.F. Porter, 2001), written after its published description:
 * https://snowballstem.org/algorithms/dutch_porter/stemmer.html. One thing is added for matching:
 * a last v or z becomes f or s, so that 'geven' meets 'geef' and 'lezen' meets 'lees'.
 *
 * Written here because it is a hundred lines; the ports on npm stem alike and bring fifty languages.
 */
export function stem(word: string): string {
  if (word.length < 3) return word
  const letters = marked(word)
  const first = Math.max(3, regionAfter(letters, 0))
  const second = regionAfter(letters, regionAfter(letters, 0))
  const one = withoutPlural(letters, first)
  const two = withoutE(one, first)
  const three = withoutDerivation(two, first, second, two !== one)
  const four = three.replace(
    /([^aeiouyè])(aa|ee|oo|uu)([^aeiouyèI])$/,
    (_all, before, pair, after) => [before, pair[0], after].join(''),
  )
  return four.toLowerCase().replace(/v$/, 'f').replace(/z$/, 's')
}

/** A y or i that is a consonant here gets a capital. */
function marked(word: string): string {
  return word
    .replace(/^y/, 'Y')
    .replace(/([aeiouyè])y/g, '$1Y')
    .replace(/([aeiouyè])i(?=[aeiouyè])/g, '$1I')
}

/** The place after the first consonant that follows a vowel, from a place on. */
function regionAfter(word: string, from: number): number {
  const found = /[aeiouyè][^aeiouyè]/.exec(word.slice(from))
  return found === null ? word.length : from + found.index + 2
}

function withoutPlural(word: string, first: number): string {
  if (word.endsWith('heden')) return isIn(word, 5, first) ? `${word.slice(0, -5)}heid` : word
  const plural = /(ene|en)$/.exec(word)?.[0]
  if (plural !== undefined) return withoutEn(word, plural.length, first)
  const s = /(se|s)$/.exec(word)?.[0]
  if (s === undefined || !isIn(word, s.length, first)) return word
  const rest = word.slice(0, -s.length)
  return /[^aeiouyèj]$/.test(rest) ? rest : word
}

function withoutEn(word: string, length: number, first: number): string {
  const rest = word.slice(0, -length)
  const may = isIn(word, length, first) && /[^aeiouyè]$/.test(rest) && !rest.endsWith('gem')
  return may ? undoubled(rest) : word
}

function withoutE(word: string, first: number): string {
  return /[^aeiouyè]e$/.test(word) && isIn(word, 1, first) ? undoubled(word.slice(0, -1)) : word
}

function withoutDerivation(word: string, first: number, second: number, lostE: boolean): string {
  let left = word
  if (left.endsWith('heid') && isIn(left, 4, second) && !left.endsWith('cheid')) {
    left = left.slice(0, -4)
    if (left.endsWith('en')) left = withoutEn(left, 2, first)
  }
  const suffix = /(end|ing|ig|lijk|baar|bar)$/.exec(left)?.[0]
  if (suffix === undefined || !isIn(left, suffix.length, second)) return left
  const rest = left.slice(0, -suffix.length)
  if (suffix === 'ig') return rest.endsWith('e') ? left : rest
  if (suffix === 'lijk') return withoutE(rest, first)
  if (suffix === 'baar') return rest
  if (suffix === 'bar') return lostE ? rest : left
  const deeper = rest.endsWith('ig') && isIn(rest, 2, second) && !rest.endsWith('eig')
  return deeper ? rest.slice(0, -2) : undoubled(rest)
}

function isIn(word: string, length: number, region: number): boolean {
  return word.length - length >= region
}

function undoubled(word: string): string {
  return word.replace(/(kk|dd|tt)$/, (pair) => pair.charAt(0))
}
