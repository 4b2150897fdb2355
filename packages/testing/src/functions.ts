import { codeOf } from './sources.ts'

/** A function that somebody wrote at the top of a file. */
export interface WrittenFunction {
  readonly name: string
  readonly isExported: boolean
  /** What it does, whatever it calls its own things: the same for a copy with other names. */
  readonly shape: string
}

/** The functions of a file; not those inside of others. */
export function functionsIn(text: string): WrittenFunction[] {
  const code = codeOf(text)
  return [...code.matchAll(/^(export )?(?:async )?function\*? (\w+)/gm)].flatMap((found) => {
    const [whole, exported, name = ''] = found
    const parameters = code.indexOf('(', found.index + whole.length)
    const body = bodyFrom(code, closing(code, parameters) + 1)
    return body === undefined
      ? []
      : [{ name, isExported: exported !== undefined, shape: shapeOf(body) }]
  })
}

/** A type may stand before the body, with braces of its own; the body is the last that begins there. */
function bodyFrom(code: string, from: number): string | undefined {
  let open = code.indexOf('{', from)
  while (open !== -1) {
    const end = closing(code, open)
    if (!/^\s*(?:\{|[|&[])/.test(code.slice(end + 1))) return code.slice(open, end + 1)
    open = code.indexOf('{', end + 1)
  }
  return undefined
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' }

function closing(code: string, open: number): number {
  const [opens, closes] = [code[open] ?? '', pairs[code[open] ?? '']]
  let depth = 0
  for (let place = open; place < code.length; place++) {
    if (code[place] === opens) depth++
    else if (code[place] === closes && --depth === 0) return place
  }
  return code.length
}

const own =
  /(?<![.\w$])(?!(?:const|let|if|else|return|for|of|in|new|switch|case|default|undefined|true|false|null|typeof|await)\b)[A-Za-z_$][\w$]*(?!\s*:)/g

/** The code without room and with its names numbered; names of fields stay, as they are what it is about. */
function shapeOf(body: string): string {
  const names = new Map<string, number>()
  const numbered = body.replace(own, (name) => {
    if (!names.has(name)) names.set(name, names.size)
    return `$${names.get(name)}`
  })
  return numbered.replace(/\s+/g, ' ').replaceAll(/ ?([^\w$]) ?/g, '$1')
}
