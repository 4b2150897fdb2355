/**
 * Every refusal of the HTTP API: its status, and what a person is told. First what happened, then
 * what can be done now. Codes are part of the contract; the sentences may be reworded.
 */
export const problemTexts = {
  'malformed-request': [400, 'Deze aanvraag is niet te lezen. Laad de pagina opnieuw.'],
  'invalid-input': [400, 'Er is iets niet goed ingevuld. Kijk het na en probeer het opnieuw.'],
  'text-too-long': [400, 'Deze tekst is te lang. Maak hem korter.'],
  'text-missing': [400, 'Hier ontbreekt nog tekst. Vul iets in.'],
  'not-allowed': [
    403,
    'Dit apparaat heeft hier geen toegang. Open je link opnieuw of doe mee met de code.',
  ],
  'may-not-write': [403, 'Je mag dit bord bekijken, maar niet veranderen.'],
  'images-not-allowed': [
    403,
    'Foto’s staan uit. Vraag de begeleider of foto’s aan mogen, en probeer het dan opnieuw.',
  ],
  'link-not-valid': [
    403,
    'Deze link werkt niet of niet meer. Vraag de begeleider om een nieuwe link.',
  ],
  'foreign-origin': [
    403,
    'Deze aanvraag kwam van een andere website. Open Stip zelf. Ben je op Stip? Vraag de beheerder dan om STIP_PUBLIC_URL in te stellen.',
  ],
  'nameless-proxy': [
    403,
    'De tussenserver geeft het adres van Stip niet door. Vraag de beheerder om STIP_PUBLIC_URL in te stellen op het adres in je adresbalk.',
  ],
  'not-found': [404, 'Dit adres bestaat niet. Ga terug naar de beginpagina.'],
  'no-such-format': [404, 'Dit draaiboek kennen we niet. Kies een draaiboek uit de lijst.'],
  'no-such-board': [404, 'Dit bord bestaat niet of is nu niet voor jou open.'],
  'too-many-boards': [409, 'Dit zijn te veel eigen borden, of te veel mensen voor één bord.'],
  'no-such-version': [404, 'Deze versie van de visie is er niet. Kies een versie uit de lijst.'],
  'no-such-asset': [404, 'Deze afbeelding is er niet.'],
  'code-unknown': [404, 'Deze code kennen we niet. Kijk of hij klopt en probeer het opnieuw.'],
  'code-expired': [410, 'Deze code is verlopen. Vraag de begeleider om een nieuwe code.'],
  'session-is-over': [409, 'Deze bijeenkomst is afgelopen. De borden kun je nog bekijken.'],
  'session-is-not-over': [409, 'Deze bijeenkomst is nog bezig.'],
  'session-is-full': [409, 'Deze bijeenkomst is vol. Vraag de begeleider wat je kunt doen.'],
  'nothing-to-save': [409, 'Er staat nog geen zin op de visie. Schrijf er eerst een.'],
  'vision-is-full': [409, 'Er is over te veel kaarten iets besloten. Haal eerst iets uit elkaar.'],
  'session-has-moved-on': [409, 'Iemand anders was je net voor. Kijk wat er veranderd is.'],
  'no-such-screen': [404, 'Dit scherm wacht niet meer. Laad de pagina opnieuw.'],
  'screen-code-unknown': [
    404,
    'Deze code staat nu op geen scherm. Kijk op het scherm en typ de vier cijfers opnieuw.',
  ],
  'screen-takes-part': [
    409,
    'Op dit apparaat doet al iemand mee. Gebruik een ander apparaat als groepsscherm.',
  ],
  'rehearsal-not-here': [
    409,
    'Een proefavond kan alleen in een bijeenkomst waar nog niemand binnen is en die nog niet begonnen is. Maak een nieuwe bijeenkomst.',
  ],
  'no-rehearsal-for-format': [
    409,
    'Voor dit draaiboek is er geen proefavond. Kies het draaiboek van bijeenkomst 1.',
  ],
  'rehearsal-is-playing': [409, 'Er speelt al een proefavond in deze bijeenkomst.'],
  'rehearsals-full': [
    409,
    'Er spelen nu al twee proefavonden op deze server. Probeer het over een minuut opnieuw.',
  ],
  'no-such-step': [409, 'Deze stap bestaat niet. Kies een stap uit het draaiboek.'],
  'no-such-person': [409, 'Deze deelnemer is er niet meer. Kijk in de lijst.'],
  'no-such-group': [409, 'Deze groep bestaat niet. Kies een andere groep.'],
  'no-clock': [409, 'Er loopt nu geen tijd. Begin eerst een stap.'],
  'nobody-to-mix': [409, 'Er is nog niemand om in te delen. Wacht tot er mensen zijn.'],
  'nothing-to-undo': [409, 'Er is niets om terug te draaien.'],
  'no-such-question': [
    404,
    'Deze vraag is er niet meer. Kijk op je scherm wat er nu gevraagd wordt.',
  ],
  'question-is-open': [409, 'Er staat nog een vraag open. Sluit die eerst.'],
  'question-is-closed': [409, 'Deze vraag is gesloten. Je antwoord van daarvoor telt mee.'],
  'too-many-questions': [409, 'Dit zijn te veel vragen. Vraag over minder tegelijk.'],
  'nothing-to-ask': [
    409,
    'Op dit bord staat nog niets om over te vragen. Zet er eerst hoofdpunten of zinnen op.',
  ],
  'no-such-item': [409, 'Hier kun je niet op antwoorden. Kijk op je scherm wat er gevraagd wordt.'],
  'no-such-answer': [400, 'Dit antwoord past niet bij de vraag. Kies een van de antwoorden.'],
  'too-many-dots': [400, 'Je hebt minder stippen dan dit. Haal er een weg.'],
  'no-such-moment': [404, 'Dit moment wordt niet meer bewaard. Kies een ander moment.'],
  'no-such-record': [404, 'Dit staat niet op het bord. Kies iets anders.'],
  'moment-is-anonymous': [
    403,
    'Dit moment hoort bij een stap zonder namen. Daarom zie je niet wat er toen stond.',
  ],
  'no-such-zone': [409, 'Dit vak is er niet meer. Kies een ander vak en stuur het nog eens.'],
  'not-taken': [409, 'Dit briefje past niet op het bord. Schrijf het korter of anders.'],
  'too-large': [413, 'Dit is te groot om te versturen. Maak het kleiner.'],
  'image-too-large': [413, 'Deze foto is te groot. Kies een foto van hooguit 10 MB.'],
  'image-too-many-pixels': [
    413,
    'Deze foto heeft te veel beeldpunten. Kies een foto van hooguit 50 megapixel.',
  ],
  'own-images-full': [
    409,
    'Je hebt hier al heel veel foto’s geplaatst. Er kan er van jou geen meer bij.',
  ],
  'session-images-full': [
    409,
    'Deze bijeenkomst heeft al heel veel foto’s. Er kan er geen meer bij; de rest werkt gewoon door.',
  ],
  'images-full': [
    507,
    'Er is op de server geen ruimte meer voor foto’s. Vraag de beheerder om meer ruimte (STIP_IMAGES_MB); de rest werkt gewoon door.',
  ],
  'no-archive': [
    415,
    'Dit is geen archief van Stip. Kies het ZIP-bestand dat je bij een bijeenkomst hebt gedownload.',
  ],
  'newer-archive': [
    409,
    'Dit archief komt van een nieuwere Stip. Vraag de beheerder om deze Stip bij te werken.',
  ],
  'archive-damaged': [
    422,
    'Dit archief is niet meer zoals het gemaakt is. Kies een ander exemplaar, of download het opnieuw.',
  ],
  'archive-too-large': [
    413,
    'Dit archief is te groot om hier te openen. Vraag de beheerder om hulp.',
  ],
  'archive-is-here': [
    409,
    'Deze bijeenkomst staat al op deze Stip. Open haar met de link die je hebt.',
  ],
  'wrong-type': [415, 'Dit soort bestand of bericht kunnen we hier niet gebruiken.'],
  'not-an-image': [415, 'Dit is geen foto die we kunnen gebruiken. Kies een JPG, PNG of WebP.'],
  'key-used-before': [
    422,
    'Deze aanvraag is al eens met iets anders erin verstuurd. Laad de pagina opnieuw en probeer het nog eens.',
  ],
  'upgrade-required': [426, 'Dit adres is alleen voor een blijvende verbinding.'],
  'too-many-tries': [
    429,
    'Er is te vaak een verkeerde code ingevuld. Wacht een minuut en probeer het opnieuw.',
  ],
  'too-many-requests': [429, 'Het gaat even te snel. Wacht een minuut en probeer het opnieuw.'],
  busy: [503, 'Dit zijn er te veel tegelijk. Wacht even en probeer het opnieuw.'],
  'server-error': [
    500,
    'Er ging iets mis bij ons. Wat je al deed is bewaard. Probeer het opnieuw.',
  ],
  'board-damaged': [
    503,
    'Dit bord is beschadigd en gaat niet open. Waarschuw de beheerder: die kan een back-up terugzetten.',
  ],
  'proposals-failed': [
    503,
    'Stip kon nu geen voorstellen maken. Sorteer zelf verder, of probeer het zo nog eens.',
  ],
  'storage-full': [
    503,
    'De server kan nu niets bewaren. Waarschuw de beheerder; er gaat niets verloren.',
  ],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>

export type ProblemCode = keyof typeof problemTexts
