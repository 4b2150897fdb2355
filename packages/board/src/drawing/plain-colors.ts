/** Colours of a board drawn without tldraw: near enough to recognise it, quiet enough to read around it. */
const noteColors: Readonly<Record<string, string>> = {
  yellow: '#f9dc6b',
  orange: '#f6b26b',
  red: '#ee8f86',
  'light-red': '#f5b5ae',
  green: '#8fce9b',
  'light-green': '#b9e0a5',
  blue: '#8db8ee',
  'light-blue': '#a9d8f2',
  violet: '#c5a4ea',
  'light-violet': '#dcc5f3',
  grey: '#c3c6ca',
  white: '#ffffff',
  black: '#55595f',
}

const lineColors: Readonly<Record<string, string>> = {
  yellow: '#c99a00',
  orange: '#d9730d',
  red: '#c62f2f',
  'light-red': '#d9655b',
  green: '#2e7d32',
  'light-green': '#5b9e3f',
  blue: '#2467c7',
  'light-blue': '#2c8fc2',
  violet: '#7a3ec8',
  'light-violet': '#a06bd8',
  grey: '#7f858c',
}

const zoneColors: Readonly<Record<string, string>> = {
  yellow: '#fbf3d4',
  green: '#e8f3e4',
  blue: '#e6eff9',
  pink: '#fae9ee',
  purple: '#f1eaf9',
  grey: '#f0efec',
  'group-a': '#eef4fa',
  'group-b': '#fdf1ec',
  'group-c': '#f6eff2',
  'group-d': '#f3eefc',
  'group-e': '#f1f6ea',
  'group-f': '#ebf4f5',
  'group-g': '#f7f3e8',
  'group-h': '#edeef6',
}

export function noteColor(name: string): string {
  return noteColors[name] ?? '#f9dc6b'
}

export function lineColor(name: string): string {
  return lineColors[name] ?? '#1b1f24'
}

export function zoneColor(name: string): string {
  return zoneColors[name] ?? '#ffffff'
}
