/** What is used of GitHub's parser. Only ever bundled: it imports JSON in a way that Node refuses. */
export { parseAction } from '@actions/workflow-parser/actions/action-parser'
export { parseWorkflow } from '@actions/workflow-parser/workflows/workflow-parser'
