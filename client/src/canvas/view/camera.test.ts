// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { createBoardStore } from '../setup/board-store.ts'
import { hearWheelAlways } from './camera.ts'
import { fillGapsOfJsdom, headlessEditor } from '../test/headless-editor.ts'

describe('the wheel', () => {
  it('is heard over a board whose focus is elsewhere, and leaves the focus there', () => {
    fillGapsOfJsdom()
    const tab = document.body.appendChild(document.createElement('button'))
    const editor = headlessEditor(createBoardStore(), {})
    const stop = hearWheelAlways(editor)
    editor.blur()
    tab.focus()
    editor.getContainer().dispatchEvent(new WheelEvent('wheel', { deltaY: 40 }))
    expect(editor.getIsFocused()).toBe(true)
    expect(document.activeElement).toBe(tab)

    stop()
    editor.blur()
    editor.getContainer().dispatchEvent(new WheelEvent('wheel', { deltaY: 40 }))
    expect(editor.getIsFocused()).toBe(false)
    editor.dispose()
  })
})
