/** What a step asks for and screens cannot do yet. */
export const nlNotYet = {
  'silent-writing': 'Stil schrijven kan nog niet. Iedereen ziet nu meteen wat je schrijft.',
  'secret-vote': 'Geheim stemmen kan nog niet. Steek je hand op als je begeleider het vraagt.',
  poll: 'Een cijfer of stem geven op je scherm kan nog niet. De begeleider vraagt het in de zaal.',
  'turn-clock': 'De beurtklok is er nog niet. Let samen op de tijd.',
} as const
