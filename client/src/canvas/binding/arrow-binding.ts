import {
  ArrowBindingUtil,
  type BindingOnChangeOptions,
  type BindingOnCreateOptions,
  type BindingOnShapeChangeOptions,
  type BindingOnShapeIsolateOptions,
  type TLArrowBinding,
} from 'tldraw'
import { isApplyingRemote } from './applying.ts'
import { isHeld } from './copying.ts'

/** Arrows that follow what they point at, worked out only on the screen of whoever moves it. */
export class OwnArrowBindingUtil extends ArrowBindingUtil {
  override onAfterCreate(options: BindingOnCreateOptions<TLArrowBinding>): void {
    if (!isApplyingRemote(this.editor.store)) super.onAfterCreate(options)
  }

  override onAfterChange(options: BindingOnChangeOptions<TLArrowBinding>): void {
    if (!isApplyingRemote(this.editor.store)) super.onAfterChange(options)
  }

  override onAfterChangeFromShape(options: BindingOnShapeChangeOptions<TLArrowBinding>): void {
    const { store } = this.editor
    if (isApplyingRemote(store) || isHeld(store, options.shapeAfter.id)) return
    super.onAfterChangeFromShape(options)
  }

  override onAfterChangeToShape(options: BindingOnShapeChangeOptions<TLArrowBinding>): void {
    if (!isApplyingRemote(this.editor.store)) super.onAfterChangeToShape(options)
  }

  override onBeforeIsolateFromShape(options: BindingOnShapeIsolateOptions<TLArrowBinding>): void {
    if (!isApplyingRemote(this.editor.store)) super.onBeforeIsolateFromShape(options)
  }
}
