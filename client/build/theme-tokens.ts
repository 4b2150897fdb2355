import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const virtualName = 'virtual:voorbeeld-tokens.css'
const resolvedName = '/@stip/voorbeeld-tokens.css'
const theme = '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'

/**
 * Offers `virtual:voorbeeld-tokens.css`: the neutral tokens of NL Design System, but only those
 * that the components we import ask for. The whole theme is 207 kB; a phone on guest wifi needs
 * a fifth of it.
 *
 * @param componentList - The module that imports the components' style sheets.
 */
export function themeTokens(componentList: URL): Plugin {
  return {
    name: 'stip-theme-tokens',
    resolveId: (id) => (id === virtualName ? resolvedName : undefined),
    async load(id) {
      if (id !== resolvedName) return undefined
      const resolve = createRequire(componentList).resolve
      const list = await readFile(componentList, 'utf8')
      const names = [...list.matchAll(/'(@(?:utrecht|nl-design-system)[^']+\.css)'/g)]
      const sheets = await Promise.all(
        names.map(([, name = '']) => readFile(resolve(name), 'utf8')),
      )
      return neededTokens(await readFile(resolve(theme), 'utf8'), sheets.join('\n'))
    },
  }
}

/** Keeps the tokens that `styles` uses, and the tokens that those stand on. */
function neededTokens(tokens: string, styles: string): string {
  const values = new Map(
    [...tokens.matchAll(/^\s*(--[\w-]+):\s*(.*?);/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
  const kept = new Map<string, string>()
  const waiting = usedIn(styles)
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const value = values.get(name)
    if (value === undefined || kept.has(name)) continue
    kept.set(name, value)
    waiting.push(...usedIn(value))
  }
  const lines = [...kept].map(([name, value]) => `  ${name}: ${value};`).toSorted()
  return `.voorbeeld-theme {\n${lines.join('\n')}\n}\n`
}

function usedIn(css: string): string[] {
  return [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name)
}
