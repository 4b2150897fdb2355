import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'

/** Saves a board as a file, with the menu. */
export async function takeHome(page: Page, form: string): Promise<Download> {
  await page.getByRole('button', { name: /^In en uit/ }).click()
  const download = page.waitForEvent('download')
  await page.getByText(form, { exact: true }).click()
  return download
}

/** What a file holds. */
export async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}

/** The same as text. */
export async function textOf(download: Download): Promise<string> {
  return (await bytesOf(download)).toString()
}
