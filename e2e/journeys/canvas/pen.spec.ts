import type { CDPSession } from '@playwright/test'
import { oneAtWork } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

test('a pen draws, the palm beside it does not, and who goes on with a mouse can', async ({
  newDevice,
  stip,
}) => {
  const { anna } = await oneAtWork({ newDevice, stip })
  const { board, page } = anna
  await board.take('Pen')
  const line = await page.context().newCDPSession(page)
  const [from, to] = [await board.pointAt([0.3, 0.4]), await board.pointAt([0.5, 0.5])]
  await drawWithPen(line, from, to)
  await expect(board.strokes).toHaveCount(1)

  const palm = await board.pointAt([0.55, 0.55])
  await line.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [palm] })
  const moved = { x: palm.x + 30, y: palm.y + 30 }
  await line.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [moved] })
  await line.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await drawWithPen(line, { x: from.x, y: from.y + 40 }, { x: to.x, y: to.y + 40 })
  await expect(board.strokes).toHaveCount(2)

  await board.take('Pen')
  await board.draw([0.3, 0.6], [0.5, 0.65])
  await expect(board.strokes).toHaveCount(3)
  await board.isSaved()
})

interface Point {
  readonly x: number
  readonly y: number
}

async function drawWithPen(line: CDPSession, from: Point, to: Point): Promise<void> {
  const pen = { pointerType: 'pen', button: 'left', buttons: 1, clickCount: 1 } as const
  await line.send('Input.dispatchMouseEvent', { ...pen, type: 'mousePressed', ...from })
  for (let step = 1; step <= 10; step++) {
    const [x, y] = [from.x + ((to.x - from.x) * step) / 10, from.y + ((to.y - from.y) * step) / 10]
    // oxlint-disable-next-line no-await-in-loop
    await line.send('Input.dispatchMouseEvent', { ...pen, type: 'mouseMoved', x, y })
  }
  await line.send('Input.dispatchMouseEvent', { ...pen, buttons: 0, type: 'mouseReleased', ...to })
}
