import type { RehearsalAnswer } from '@stip/api'

/** An invented evening in a session in which nobody is yet. */
export const nlRehearsal = {
  title: 'Proefavond',
  offer:
    'Wil je eerst zien hoe een volle avond eruitziet? Stip speelt er een, met verzonnen mensen.',
  fill: 'Vul met een proefavond',
  starting: 'De proefavond begint …',
  progress: ({ step, lastStep, people, notes }: RehearsalAnswer) =>
    `Proefavond: stap ${step} van ${lastStep}, ${people} mensen, ${notes} briefjes …`,
  stop: 'Stop de proefavond',
  ended: {
    done: ({ people, notes }: RehearsalAnswer) =>
      `De proefavond is klaar: ${people} mensen en ${notes} briefjes. Kijk rond op de borden.`,
    stopped: ({ step }: RehearsalAnswer) =>
      `De proefavond is gestopt bij stap ${step}. Wat er al stond, blijft staan.`,
    failed: ({ step }: RehearsalAnswer) =>
      `De proefavond ging mis bij stap ${step}. Wat er al stond, blijft staan. Maak een nieuwe bijeenkomst en probeer het nog eens.`,
  },
  close: 'Sluiten',
}
