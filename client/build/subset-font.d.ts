/** As much of subset-font as a build needs; it ships no types of its own. */
declare module 'subset-font' {
  export default function subset(
    font: Uint8Array,
    letters: string,
    options: {
      readonly targetFormat: 'woff2' | 'truetype'
      readonly variationAxes?: Readonly<Record<string, number>>
      readonly preserveNameIds: readonly number[]
    },
  ): Promise<Uint8Array>
}
