/** As much of jsdom as tests need; it ships no types of its own. */
declare module 'jsdom' {
  export class JSDOM {
    readonly window: Window & typeof globalThis
    constructor(html: string)
  }
}
