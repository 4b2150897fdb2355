/** What residents read while they take part. What stands before that, and on the wall, stands apart. */
export const nl = {
  product: 'Stip',
  skipLink: 'Naar de inhoud',
  loading: 'Even geduld …',
  slow: 'Het duurt langer dan anders. We blijven het proberen.',
  title: (name: string) => `${name} · Stip`,

  waiting: {
    hello: (name: string) => `Welkom, ${name}`,
    you: (role: string) => `Je doet mee als ${role.toLowerCase()}.`,
    number: (number: number) => `deelnemer ${number}`,
    nextTitle: 'Wat gebeurt er nu?',
    next: 'Je scherm gaat vanzelf verder.',
    nextGroups: 'Straks hoor je in welke groep je zit.',
    peopleIn: (count: number) =>
      count === 1 ? 'Je bent de eerste.' : `${count} mensen zijn er al.`,
    privacy:
      'Bij je briefje staat geen naam. De gemeente bewaart het bord. Anderen kunnen het later opvragen. Schrijf geen namen of privézaken op.',
    privacyTitle: 'Goed om te weten',
    practice: 'Oefen alvast',
    practiceHint: 'Alleen jij ziet dit.',
    practiceSpot: 'Oefenplek om te tekenen',
    practiceWord: 'Of typ één woord',
    practiceEmpty: 'Teken hier met je vinger of muis',
    practiceClear: 'Veeg schoon',
    otherPerson: 'Andere persoon op dit apparaat',
    otherPersonHint: 'Je gaat terug naar het begin. Wat op het bord staat, blijft.',
  },

  group: {
    you: 'Je zit in groep',
    members: (count: number) =>
      count === 1 ? 'Je bent nu alleen in je groep.' : `Jullie zijn met ${count}.`,
    where: (letter: string) => `Zoek de tafel met de letter ${letter}.`,
    toBoard: 'Naar het bord',
    goOn: 'Verder',
    soon: 'Je bord gaat zo vanzelf open.',
    wait: 'De groepen worden zo gemaakt.',
  },

  step: {
    of: (step: number, of: number) => `Stap ${step} van ${of}`,
    more: 'Uitleg',
    close: 'Sluiten',
    questions: 'Vragen die helpen',
    timeLeft: (minutes: number) => (minutes === 1 ? 'Nog 1 minuut' : `Nog ${minutes} minuten`),
    timeOver: 'De tijd is om',
    paused: 'Pauze',
  },

  held: {
    shown: 'Iedereen kijkt nu naar een bord. Je gaat mee als je klaar bent.',
    next: 'De bijeenkomst gaat verder. Je gaat mee als je klaar bent.',
    go: 'Ga nu mee',
  },

  boards: {
    tabs: 'Borden',
    group: 'Groepsbord',
    groupOf: (letter: string, name: string) => `${letter} · ${name}`,
    plenary: 'Samen',
    vision: 'Visie',
    sideBySide: 'Alle borden naast elkaar',
    spotlight: 'Iedereen kijkt nu naar dit bord.',
    opening: 'Het bord gaat open …',
    toReading: 'Lees mee',
    failed: 'Het bord ging niet open.',
    retry: 'Probeer het nog eens',
    inOut: 'In en uit',
    earlier: 'Eerder',
    earlierLong: 'Eerder: terugkijken en terugzetten',
    history: 'Geschiedenis',
    trash: 'Prullenbak',
  },

  ended: { back: 'Terug' },

  problems: {
    noConnection: 'Geen verbinding. Kijk of je wifi aan staat en probeer het nog eens.',
    noAnswer: 'We kregen geen antwoord. Probeer het nog eens. Je doet het daarmee niet dubbel.',
    unknown: 'Er ging iets mis bij ons. Probeer het nog eens.',
    leaveIt: 'Laat maar',
    unknownSession: 'Deze bijeenkomst kennen we niet',
    unknownSessionHint:
      'Misschien is het adres niet helemaal goed, of is de bijeenkomst opgeruimd.',
    noAccess: 'Dit scherm is voor jou niet open',
    noAccessParticipant: 'Je doet nog niet mee',
    noAccessParticipantHint: 'Typ de code van het scherm in de zaal. Daarna kom je vanzelf hier.',
    networkGone: 'Geen verbinding',
    networkGoneHint: 'We blijven het proberen. Je hoeft niets te doen.',
    offlineBar: 'Geen verbinding. We proberen het steeds opnieuw.',
    offlineScreen:
      'Geen verbinding. Dit is wat we het laatst wisten. Straks gaat alles vanzelf verder.',
    home: 'Naar het begin',
    toJoin: 'Doe mee met een code',
    crashed: 'Er ging iets mis op dit scherm',
    crashedHint: 'Wat je hebt gemaakt is niet weg. Laad de pagina opnieuw.',
    partMissing: 'Een deel van dit scherm kwam niet aan. Laad de pagina opnieuw.',
    reload: 'Laad opnieuw',
  },
} as const
