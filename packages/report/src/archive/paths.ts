/** Where things lie in an archive: what another Stip reads in `stip`, what people read in `leesbaar`. */
export const paths = {
  manifest: 'manifest.json',
  readme: 'LEESMIJ.txt',
  session: 'stip/session.json',
  events: 'stip/events.json',
  history: 'stip/history.json',
  document: (boardId: string) => `stip/boards/${boardId}/document.yjs`,
  board: (boardId: string) => `stip/boards/${boardId}/board.json`,
  moment: (boardId: string, number: number) => `stip/boards/${boardId}/moments/${number}.json`,
  merge: (number: number) => `stip/merges/${number}.json`,
  version: (number: string) => `stip/versions/${number}.json`,
  picture: (hash: string) => `stip/pictures/${hash}.png`,
  image: (name: string) => `stip/images/${name}`,
  readable: (name: string) => `leesbaar/${name}`,
  /** MDTO of a dossier or a piece of it. */
  object: (name: string) => `mdto/${name}.mdto.xml`,
  /** MDTO of a file. */
  file: (path: string) => `mdto/${path}.bestand.mdto.xml`,
} as const

/** A name of a file that every disk takes, made of words. */
export function plainName(words: string): string {
  const plain = words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60)
  return plain === '' ? 'zonder-naam' : plain
}
