/** What it costs to replace a workspace, and in what order it disturbs people least. */
export const movingWorkspace =
  'This needs a new workspace: computes, endpoints, roles and connections must be recreated, and run history is lost. Least disruptive: create it beside the old one, register data, models and environments there (a registry shares them), deploy, let callers switch, and delete the old one last.'

/** For what does not justify a move. */
export const notWorthMoving = 'Not worth a migration on its own.'
