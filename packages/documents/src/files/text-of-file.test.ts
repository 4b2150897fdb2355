import { describe, expect, it } from 'vitest'
import { bytesOf } from '../test/files.ts'
import { textOfFile } from './text-of-file.ts'

const lines = ['tekst;kleur', 'Café;geel', 'Rust;groen', '']

describe('the text of a file', () => {
  it.each(['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085'])(
    '[I20] has line ends like %j',
    (end) => {
      expect(textOfFile(bytesOf(lines.join(end)))).toBe(lines.join('\n'))
    },
  )

  it('[I20] keeps separators of lines that stand in words', () => {
    expect(textOfFile(bytesOf('Een\u2028twee\r\nDrie'))).toBe('Een\u2028twee\nDrie')
  })

  it.each([
    ['LE', true, ''],
    ['BE', false, ''],
    ['LE with a mark', true, '\uFEFF'],
    ['BE with a mark', false, '\uFEFF'],
  ])('[I20] in UTF-16 %s may have a line end of one byte behind it', (_name, isLittle, mark) => {
    const wide = Buffer.from(mark + lines.join('\r\n'), 'utf16le')
    const bytes = Uint8Array.of(...(isLittle ? wide : wide.swap16()), 10)
    expect(textOfFile(bytes)).toBe(lines.join('\n'))
  })

  it('[I20] in UTF-16 of other letters is known by its separators and line ends', () => {
    const text = 'Привет мир,красный\nБанк у пруда,синий\n'
    expect(textOfFile(new Uint8Array(Buffer.from(text, 'utf16le')))).toBe(text)
    expect(textOfFile(new Uint8Array(Buffer.from(text, 'utf16le').swap16()))).toBe(text)
  })

  it.each(['', ' '])('[I20] with one zero in it is damaged, and no UTF-16', (more) => {
    const words = `${'. En verder nog wat'.repeat(8)}${more}`
    expect(textOfFile(bytesOf(`Een regel\nNog een regel\0 met woorden${words}`))).toBeUndefined()
  })
})
