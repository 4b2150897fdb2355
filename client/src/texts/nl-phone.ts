/** What people read on a phone: one question, and what came of it. */
export const nlPhone = {
  field: 'Schrijf hier',
  send: 'Stuur',
  zones: 'Waar hoort het bij?',
  bar: 'Wat wil je doen?',
  write: 'Schrijf',
  read: 'Lees',
  board: 'Bord',
  more: 'Meer',
  own: (count: number) => `Mijn briefjes (${count})`,
  ownEmpty: 'Je hebt hier nog niets geschreven.',
  group: (count?: number) => (count === undefined ? 'Van de groep' : `Van de groep (${count})`),
  everybody: (count?: number) => (count === undefined ? 'Van iedereen' : `Van iedereen (${count})`),
  groupEmpty: 'Hier staat nog niets van anderen.',
  loading: 'Even geduld …',
  privacy:
    'Bij je briefje staat geen naam. De gemeente bewaart het bord. Anderen kunnen het later opvragen. Schrijf geen namen of privézaken op.',
  privacyWithNames: 'De gemeente bewaart het bord. Schrijf geen privézaken op.',
  calm: 'Je hoeft nu niets te schrijven.',
  onlyOnBoard: 'Teken en schuif op een groot scherm, of kies hieronder Bord.',
  state: {
    sending: 'Versturen …',
    stored: 'Opgeslagen',
    waiting: (count: number) =>
      `Geen verbinding. Bewaard op dit apparaat · ${count} ${count === 1 ? 'briefje wacht' : 'briefjes wachten'}`,
    waitingHere: (count: number) =>
      `Geen verbinding · ${count} ${count === 1 ? 'briefje wacht' : 'briefjes wachten'}. Laat deze pagina open.`,
    refused: (why: string) => `Niet geplaatst. ${why}`,
    again: 'Zet terug in het veld',
    stepChanged: 'De vraag is nieuw. Past je tekst nog?',
    edited: 'Je briefje is veranderd.',
    removed: 'Je briefje is weg.',
    putBack: 'Zet terug',
  },
  waits: 'wacht op verbinding',
  notPlaced: (count: number) => `Niet geplaatst (${count})`,
} as const
