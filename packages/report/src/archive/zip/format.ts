/** Signatures of the parts of a ZIP file, as numbers in the order of their bytes. */
export const signature = { file: 0x04_03_4b_50, listed: 0x02_01_4b_50, end: 0x06_05_4b_50 } as const

/** Bytes of each part without names and remarks. */
export const size = { file: 30, listed: 46, end: 22 } as const

export const method = { stored: 0, deflated: 8 } as const

/** Above this a ZIP needs fields that many readers do not know; no archive of a session comes near it. */
export const MOST_BYTES = 0xff_ff_ff_ff
/** What a ZIP can list without such fields. */
export const MOST_FILES = 0xff_ff
