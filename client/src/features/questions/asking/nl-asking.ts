/** What a facilitator reads about questions to the room. */
export const nlAsking = {
  title: 'Vraag aan de zaal',
  hint: 'Iedereen antwoordt op het eigen scherm. Niemand ziet wie wat koos, jij ook niet.',
  suggestions: {
    poll: (count: number) =>
      count === 1
        ? 'Vraag de stelling van deze stap'
        : `Vraag de ${count} stellingen van deze stap`,
    recognition: (group: string) => `Vraag bij ${group}: zei jouw groep dit ook?`,
    heard: 'Vraag: hoor je jezelf terug?',
  },
  heard: 'Hoor je jezelf terug in de visie?',
  own: 'Stel een eigen vraag',
  ownText: 'Jouw vraag',
  ownKind: 'Antwoorden',
  kinds: {
    'yes-bit-no': 'Ja, een beetje, nee',
    'five-points': 'Van 1 tot 5',
    consent: 'Kun je hiermee leven?',
    words: 'In eigen woorden',
  },
  ask: 'Vraag het',
  cancel: 'Annuleer',
  reveal: 'Onthul de antwoorden',
  hide: 'Verberg weer',
  close: 'Sluit de vraag',
  reopen: 'Toch nog open',
  takeOff: 'Haal van de schermen',
  show: 'Toon op alle schermen',
  hidden: 'De antwoorden zijn verborgen tot jij ze onthult.',
  closedHidden: 'De vraag is gesloten. De antwoorden zijn nog verborgen.',
  earlier: (count: number) => `Eerder gevraagd (${count})`,
  about: (count: number) => (count === 1 ? '1 zin' : `${count} zinnen`),
  previousPage: 'Vorige bladzijde op de beamer',
  nextPage: 'Volgende bladzijde op de beamer',
  reply: 'Antwoord',
  replyTo: (text: string) => `Antwoord op: ${text}`,
  sendReply: 'Bewaar antwoord',
  keep: 'Laat staan',
  keepOf: (text: string) => `Laat staan: ${text}`,
  takeBack: 'Neem terug',
  weigh: {
    open: 'Wegen',
    hint: 'Iedereen verdeelt drie stickers over de zinnen. Doe dit alleen als jullie moeten kiezen: zo’n tweede stemming bedekt wat weinig mensen zeiden.',
  },
  askAbout: {
    consent: 'Vraag: kun je hiermee leven?',
    critique: 'Vraag: wat zou jij veranderen?',
    recognition: 'Vraag: zei jouw groep dit ook?',
    poll: 'Weeg met stickers',
  },
} as const
