/** A command cannot do what was asked. `message` is one Dutch sentence that says what to do. */
export class MaintenanceError extends Error {
  override readonly name = 'MaintenanceError'
}
