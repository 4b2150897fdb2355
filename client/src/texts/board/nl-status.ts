/** Where somebody’s changes are: on the server, or on this device. */
export const nlStatus = {
  connecting: 'Verbinden …',
  syncing: 'Bord ophalen …',
  saving: 'Opslaan …',
  saved: 'Opgeslagen',
  readOnly: 'Meekijken',
  kept: (count: number) =>
    `Bewaard op dit apparaat · ${count} ${count === 1 ? 'wijziging wacht' : 'wijzigingen wachten'}`,
  notKept: (count: number) =>
    `Geen verbinding · ${count} ${count === 1 ? 'wijziging wacht' : 'wijzigingen wachten'}. Laat deze pagina open.`,
  offline: 'Geen verbinding. Ga gerust door.',
  offlineWith: (count: number) =>
    `Geen verbinding. Bewaard op dit apparaat · ${count} ${count === 1 ? 'wijziging wacht' : 'wijzigingen wachten'}`,
  refused: 'Iets kon niet worden opgeslagen.',
  damaged: (count: number) =>
    `Dit bord is beschadigd en gaat niet open. Waarschuw de beheerder.${count > 0 ? ' Wat jij deed, blijft op dit apparaat.' : ''}`,
  closed: 'Dit bord is voor jou gesloten.',
} as const
