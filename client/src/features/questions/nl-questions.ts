import type { QuestionView } from '@stip/workshop'

type Topic = QuestionView['topic']

/** What everybody reads of a question to the room. */
export const nlQuestions = {
  topics: {
    recognition: 'Zei jouw groep dit ook?',
    consent: 'Kun je hiermee leven?',
    critique: 'Wat zou jij veranderen?',
    heard: 'Hoor je jezelf terug?',
    poll: 'Wat vind jij?',
  } satisfies Readonly<Record<Topic, string>>,
  weigh: 'Wat weegt voor jou het zwaarst?',
  values: {
    yes: 'Ja',
    bit: 'Een beetje',
    no: 'Nee',
    'yes-but': 'Ja, maar …',
    'no-because': 'Nee, want …',
    unknown: 'Weet ik niet',
  } as Readonly<Record<string, string>>,
  scale: '1 is helemaal niet, 5 is helemaal.',
  dots: (left: number) => (left === 1 ? 'Je hebt nog 1 sticker.' : `Je hebt nog ${left} stickers.`),
  dotsOn: (count: number) => (count === 1 ? '1 sticker' : `${count} stickers`),
  more: (text: string) => `Sticker erbij: ${text}`,
  fewer: (text: string) => `Sticker eraf: ${text}`,
  people: (count: number) => (count === 1 ? '1 mens' : `${count} mensen`),
  answered: (answered: number, asked: number) =>
    `${answered} van ${asked} ${answered === 1 ? 'heeft' : 'hebben'} geantwoord`,
  others: 'Alle andere rollen samen',
  ownTitle: 'Ander geluid',
  reasons: 'Redenen',
  words: 'Dit zou iemand veranderen',
  also: (count: number) => (count === 0 ? '' : `+ ${count} ook`),
  reply: 'Antwoord van de begeleider',
  stands: 'Blijft staan',
  result: 'Uitkomst',
  forEverybody: 'Een vraag aan iedereen. Antwoord op je eigen scherm.',
  saidBy: (letter: string) => `Dit zei groep ${letter}. De andere groepen antwoorden.`,
  page: (page: number, count: number) => `${page} van ${count}`,
  dotsName: 'Stickers',
  unknownShort: 'Weet niet',
  group: 'Groep',
  role: 'Rol',
  roles: {
    'council-member': 'Raad',
    'executive-member': 'College',
    'civil-servant': 'Ambtenaren',
    resident: 'Inwoners',
    other: 'Anderen',
  } as Readonly<Record<string, string>>,
} as const
