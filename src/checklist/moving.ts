/** What it costs to replace a workspace, and in what order it disturbs people least. */
export const movingWorkspace =
  'It costs a move: computes, endpoints, roles and connections are made again, and run history stays behind. Least disruptive: make it beside the old one, register data, models and environments there (a registry shares them), deploy, let callers switch, and delete the old one last.'

/** For what does not justify a move. */
export const notWorthMoving = 'Not worth a move of its own.'
