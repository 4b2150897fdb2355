/** Everything a person reads about what groups made and is not on the vision yet. */
export const nlTray = {
  title: 'Nog niet verwerkt',
  count: (count: number) => `Nog niet verwerkt: ${count}`,
  loading: 'De borden worden gelezen …',
  hint: 'Dit schreven de groepen, en het staat niet op de visie. Sleep naar een vak wat niet mag ontbreken, of zet het erbij.',
  where: 'Waar komt het?',
  ownColumn: 'In het vak van de groep',
  readOnly: 'Dit schreven de groepen, en het staat niet op de visie.',
  done: 'Alles staat op de visie.',
  group: (count: number) => (count === 1 ? '1 kaart' : `${count} kaarten`),
  noZone: 'Buiten de vakken',
  picture: 'Een plaatje',
  bring: 'Zet erbij',
  bringLong: (words: string) => `Zet op de visie: ${words}`,
  used: (used: number, withdrawn: number) =>
    withdrawn === 0 ? `Op de visie: ${used}` : `Op de visie: ${used} · weggehaald: ${withdrawn}`,
  close: 'Sluit',
} as const
