/** What a run came to. */
export class Tally {
  kills = 0
  killsInFlight = 0
  powerCuts = 0
  inFlight = 0
  issued = 0
  acknowledged = 0
  broadcast = 0
  lost = 0
  altered = 0
  unissued = 0
  /** Boards that were not what was shown, or after a restart not what they were before it. */
  unlike = 0
  corruptions = 0
  /** Nothing was missing, and nobody noticed anything. */
  harmless = 0
  /** Nothing was missing, and the server or `verify` said what had been wrong. */
  repaired = 0
  /** Something was missing, nothing was shown as if it were whole, and `verify` named it. */
  detected = 0
  undetected = 0
  fullDisks = 0
  fullDisksRecovered = 0
  readonly latencies: number[] = []

  get isGood(): boolean {
    return (
      this.lost + this.altered + this.unissued + this.unlike + this.undetected === 0 &&
      this.acknowledged > 0 &&
      this.fullDisksRecovered === this.fullDisks
    )
  }

  /** The one line that says it all. */
  get line(): string {
    const facts = {
      kills: this.kills,
      'with-writes-in-flight': this.killsInFlight,
      'power-cuts': this.powerCuts,
      issued: this.issued,
      acknowledged: this.acknowledged,
      broadcast: this.broadcast,
      lost: this.lost,
      altered: this.altered,
      unissued: this.unissued,
      unlike: this.unlike,
      corruptions: this.corruptions,
      harmless: this.harmless,
      repaired: this.repaired,
      detected: this.detected,
      undetected: this.undetected,
      'full-disks': this.fullDisks,
      recovered: this.fullDisksRecovered,
      'ack-p50-ms': share(this.latencies, 0.5),
      'ack-p95-ms': share(this.latencies, 0.95),
      'ack-p99-ms': share(this.latencies, 0.99),
    }
    const words = Object.entries(facts).map(([name, value]) => `${name}=${value}`)
    return `chaos ${this.isGood ? 'GOED' : 'NIET GOED'}: ${words.join(' ')}`
  }
}

function share(values: readonly number[], part: number): string {
  const sorted = values.toSorted((one, other) => one - other)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1)
}
