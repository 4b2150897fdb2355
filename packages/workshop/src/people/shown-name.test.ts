import { describe, expect, it } from 'vitest'
import { shownName } from './shown-name.ts'

describe('the name of a participant', () => {
  it.each([
    'Begeleider',
    'begeleider',
    'De begeleider van vandaag',
    'B e g e l e i d e r',
    'Be-ge.lei_der',
    'Begeleidеr', // Cyrillic е
    'Веgelеidеr', // Cyrillic В and е
    'ΒΕGELEIDER', // Greek Β and Ε
    'Ｂｅｇｅｌｅｉｄｅｒ',
    '𝐁𝐞𝐠𝐞𝐥𝐞𝐢𝐝𝐞𝐫',
    'Ⓑⓔⓖⓔⓛⓔⓘⓓⓔⓡ',
    '🅑🅔🅖🅔🅛🅔🅘🅓🅔🅡',
    '🇧🇪🇬🇪🇱🇪🇮🇩🇪🇷',
    'Bege1e1der',
    'BegeIeider',
    'B3g3l3id3r',
    '8egeleider',
    'Begeleiclerclub'.slice(0, 11),
    'Bégéléidér',
    'Begelleiderr',
    'Begelieder',
    'Begeleidr',
    'ʙᴇɢᴇʟᴇɪᴅᴇʀ',
    '⚑ Begeleider ✓',
    'ᏴᎬᏀᎬᏞᎬᏆᎠᎬᎡ', // Cherokee
    'ꮟꭼᏻꭼꮮꭼꭵꭰꭼꭱ', // Cherokee in small letters
    'ᗷEGEᒪEIᗪEᖇ', // Canadian syllables
    'ꓐꓰꓖꓰꓡꓰꓲꓓꓰꓣ', // Lisu
    'ⲂⲈGⲈLⲈⲒDⲈR', // Coptic
    '𐌁𐌄𐌂𐌄𐌋𐌄𐌉𐌃𐌄𐌓', // Old Italic
    'ƁɆǤɆŁɆƗƊɆɌ', // Latin with strokes and hooks
    'Bǝgǝlǝidǝr',
    'bᥱgᥱᥣᥱιdᥱr',
  ])('[S22] %s is marked', (name) => {
    expect(shownName({ name })).toBe(`${name} (deelnemer)`)
  })

  it.each([
    '',
    'Anna',
    'Bregje',
    'Leider',
    'Geleider',
    'Bea Geleijns',
    'Бегун',
    'Beheerder',
    '王',
    'ᏣᎳᎩ',
    'Ελένη',
    'Владимир',
    'Գագիկ',
  ])('[S22] %j is as it was typed', (name) => {
    expect(shownName({ name })).toBe(name)
  })
})
