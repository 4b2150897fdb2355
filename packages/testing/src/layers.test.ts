import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  doors,
  impureNames,
  layers,
  MOST_LINES,
  neverStarted,
  purePackages,
  strangers,
  testTools,
  topLevel,
} from './architecture.ts'
import type { Layer } from './architecture.ts'
import { codeOf, importsOf, packageOf, root, sourcesIn, targetOf } from './sources.ts'
import type { SourceFile } from './sources.ts'

const sources = topLevel.folders.flatMap((folder) => sourcesIn(folder))
const imports = sources
  // Full of samples that import for nobody.
  .filter((file) => file.path !== 'packages/testing/src/sources.test.ts')
  .flatMap((file) =>
    importsOf(file.text).map((specifier) => ({
      file,
      specifier,
      target: targetOf(file.path, specifier),
    })),
  )

describe.each(Object.entries(layers))('%s', (folder, layer) => {
  const manifest = manifestOf(folder)
  const own = imports.filter(({ file }) => file.path.startsWith(`${folder}/`))

  it('depends on the packages its layer allows, and no other', () => {
    const dependencies = Object.keys(manifest.dependencies ?? {})
    expect(dependencies.filter((name) => !allows(layer, name))).toEqual([])
    // What only tests use may come from outside, but our own layers hold in tests too.
    const forTests = Object.keys(manifest.devDependencies ?? {}).filter(isOurs)
    expect(forTests.filter((name) => name !== '@stip/testing' && !allows(layer, name))).toEqual([])
  })

  it('imports what its layer allows, and nothing else', () => {
    const toolsOfTests = new Set([...testTools, ...Object.keys(manifest.devDependencies ?? {})])
    const forbidden = own.filter(({ file, specifier }) => {
      if (specifier.startsWith('.') || isBuiltin(specifier)) return false
      const name = packageOf(specifier)
      return !allows(layer, name) && !(file.isTest && toolsOfTests.has(name))
    })
    expect(named(forbidden)).toEqual([])
  })

  it('leaves tools of tests to tests: `npm start` builds and runs without them', () => {
    const toolsOfTests = new Set(Object.keys(manifest.devDependencies ?? {}))
    const early = own.filter(
      ({ file, specifier }) =>
        !file.isTest &&
        !neverStarted.some((place) => file.path.startsWith(place)) &&
        toolsOfTests.has(packageOf(specifier)),
    )
    expect(named(early)).toEqual([])
  })

  it('reaches into no other folder', () => {
    const outside = own.filter(
      ({ specifier, target }) => specifier.startsWith('.') && !target.startsWith(`${folder}/`),
    )
    expect(named(outside)).toEqual([])
  })

  it('uses Node only where it runs in Node', () => {
    // What stands beside src builds the package, and does not run in it.
    const running = own.filter(({ file }) => file.path.startsWith(`${folder}/src/`) && !file.isTest)
    const forbidden = running.filter(({ specifier }) => isBuiltin(specifier))
    expect(layer.runsInNode ? [] : named(forbidden)).toEqual([])
  })
})

describe.each(doors)('$rule', ({ modules, allowedIn, exceptTests }) => {
  it('everywhere', () => {
    const outsideTheDoor = imports.filter(
      ({ file, specifier }) =>
        modules.some((name) => specifier === name || specifier.startsWith(`${name}/`)) &&
        !allowedIn.some((folder) => file.path.startsWith(folder)) &&
        // A journey through a browser is a test too.
        !(exceptTests && (file.isTest || file.path.startsWith('e2e/'))),
    )
    expect(named(outsideTheDoor)).toEqual([])
  })
})

it.each(strangers)('%s does not know %s', (folder, other) => {
  const known = imports.filter(
    ({ file, target }) => file.path.startsWith(folder) && `${target}/`.startsWith(other),
  )
  expect(named(known)).toEqual([])
})

it('an ability knows its neighbours, and never the session that it is in', () => {
  const [abilities, session] = ['packages/workshop/src/', 'packages/workshop/src/session/']
  const known = imports.filter(
    ({ file, target }) =>
      file.path.startsWith(abilities) &&
      file.path !== `${abilities}index.ts` &&
      !file.path.startsWith(session) &&
      !file.isTest &&
      target.startsWith(session),
  )
  expect(named(known)).toEqual([])
})

it('no screen writes again with whom people work in a step: that is a rule of the workshop', () => {
  const again = sources.filter(
    ({ path, isTest, text }) =>
      path.startsWith('client/src/') && !isTest && /\bsetting\s*[!=]==/.test(codeOf(text)),
  )
  expect(again.map(({ path }) => path)).toEqual([])
})

it('one feature of the client does not import another', () => {
  const across = imports.filter(({ file, target }) => {
    const [from, to] = [featureOf(file.path), featureOf(target)]
    return from !== undefined && to !== undefined && from !== to
  })
  expect(named(across)).toEqual([])
})

it.each(purePackages)('%s is handed time and chance, and fetches neither', (folder) => {
  const impure = sources.filter(
    (file) =>
      file.path.startsWith(`${folder}/`) &&
      !file.isTest &&
      impureNames.some((name) => name.test(codeOf(file.text))),
  )
  expect(impure.map((file) => file.path)).toEqual([])
})

it(`no file has more than ${MOST_LINES} lines`, () => {
  const long = sources.filter((file) => file.text.trimEnd().split('\n').length > MOST_LINES)
  expect(long.map((file) => file.path)).toEqual([])
})

it('the top of the repository has the folders and files that belong there', () => {
  const entries = readdirSync(root, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith('.') && !(topLevel.made as readonly string[]).includes(name),
  )
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name)
  expect(folders.toSorted()).toEqual(topLevel.folders)
  expect(files.filter((name) => !(topLevel.files as readonly string[]).includes(name))).toEqual([])
})

it('the table knows every package there is', () => {
  const packages = readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}`)
  expect([...packages, 'server', 'client', 'e2e'].toSorted()).toEqual(
    Object.keys(layers).toSorted(),
  )
})

it('there is something to check', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(imports.length).toBeGreaterThan(sources.length)
})

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest
}

function allows(layer: Layer, name: string): boolean {
  if (isOurs(name)) return layer.stip.includes(name.slice('@stip/'.length))
  return layer.outside === 'any' || layer.outside.includes(name)
}

function isOurs(name: string): boolean {
  return name.startsWith('@stip/')
}

function featureOf(target: string): string | undefined {
  return /^client\/src\/features\/([^/]+)\//.exec(`${target}/`)?.[1]
}

function named(found: readonly { readonly file: SourceFile; readonly specifier: string }[]) {
  return found.map(({ file, specifier }) => `${file.path} imports ${specifier}`)
}
